-- SPDX-License-Identifier: Apache-2.0
-- Shifts that were closed: the figures that were signed, by whom. hours_from up to, and not including, hours_to.
create table gate_shift (
  position   bigint not null primary key,
  shift      text   not null unique,
  corridor   text   not null,
  crossing   text   not null,
  hours_from bigint not null,
  hours_to   bigint not null,
  zone       text   not null,
  households bigint not null,
  people     bigint not null,
  cards      bigint not null,
  paper      bigint,
  explained  text   not null,
  closed_by  text   not null,
  signed_by  text,
  known_from bigint not null
);
create index gate_shift_gate on gate_shift (corridor, crossing, position);
