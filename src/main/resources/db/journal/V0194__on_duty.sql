-- SPDX-License-Identifier: Apache-2.0
-- Who is on duty at which desk: a view. Known to be there until unknown_since, 9223372036854775807 while they are.
create table duty (
  account       text   not null,
  desk          text   not null,
  since         bigint not null,
  until         bigint not null,
  unknown_since bigint not null,
  primary key (account, desk)
);

-- Duties handed over with a note: a view. Not taken over yet: taken_by is empty.
create table duty_handover (
  handover text   not null primary key,
  position bigint not null,
  desk     text   not null,
  left_by  text   not null,
  left_at  bigint not null,
  note     text   not null,
  taken_by text,
  taken_at bigint
);
create index duty_handover_desk on duty_handover (desk, position);
