-- SPDX-License-Identifier: Apache-2.0
-- The journal. Instants are microseconds since 1970-01-01T00:00Z.
create table entry (
  position      ${position} not null primary key,
  stream        text    not null,
  sequence      bigint  not null,
  act           text    not null,
  ordinal       integer not null,
  type          text    not null,
  version       integer not null,
  occurred_from bigint  not null,
  occurred_to   bigint  not null,
  precision     text    not null,
  zone          text    not null,
  recorded      bigint  not null,
  received      bigint  not null,
  account       text    not null,
  subject       text,
  body          ${bytes} not null,
  previous      ${bytes} not null,
  hash          ${bytes} not null,
  unique (stream, sequence),
  unique (act, ordinal)
);
-- No more indexes than these: each is paid for by every act. What arrived by some moment is found by position, since
-- entries stand in the order in which they were received.

-- What this folder is: the node, its incarnation, and the mark of the file that holds it.
create table node (
  id          integer not null primary key check (id = 1),
  node        text    not null,
  incarnation text    not null,
  home        text    not null
);

-- How far each index has come.
create table index_progress (
  name     text   not null primary key,
  position bigint not null
);

-- View of the journal's own: the keys that an entry says are destroyed.
create table destroyed_key (
  name      text   not null primary key,
  destroyed bigint not null
);
