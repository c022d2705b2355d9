-- SPDX-License-Identifier: Apache-2.0
-- What desks told of those who wait at their gates.
create table gate_queue (
  position   bigint not null primary key,
  corridor   text   not null,
  crossing   text   not null,
  lanes      bigint not null,
  families   bigint,
  minutes    bigint,
  known_from bigint not null
);
create index gate_queue_crossing on gate_queue (corridor, crossing, position);

-- What was reported since a moment, and what was undone since, is taken from the sums of now when a board is asked for
-- as it was known then.
create index gate_tally_since on gate_tally (corridor, known_from);
create index gate_tally_undone on gate_tally (corridor, known_to) where known_to < 9223372036854775807;
create index gate_handover_since on gate_handover (corridor, known_from);
