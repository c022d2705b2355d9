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
