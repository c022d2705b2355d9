-- SPDX-License-Identifier: Apache-2.0
-- What the last check of every entry found. No view: no entry tells of it. Where it was sound, how many entries in how many
-- streams; else the first thing that is wrong.
create table chain_check (
  id       integer not null primary key check (id = 1),
  at       bigint  not null,
  entries  bigint,
  streams  bigint,
  stream   text,
  sequence bigint,
  fault    text
);

-- Whoever asks how the node does asks how often its clock was found behind the journal.
create index entry_clock_noticed on entry (position) where type = 'journal.clock-noticed';
