-- SPDX-License-Identifier: Apache-2.0
-- View of fire as our own desks noticed it. A row is known from known_from up to, and not including, known_to; the fire
-- was at some time from valid_from to valid_to. The place is sealed.
create table fire (
  position   bigint not null primary key,
  fire       text   not null unique,
  corridor   text   not null,
  kind       text   not null,
  noticed    text   not null,
  reckoning  text,
  counted    bigint,
  nearness   text   not null,
  place      text,
  account    text   not null,
  told       text   not null,
  valid_from bigint not null,
  valid_to   bigint not null,
  known_from bigint not null,
  known_to   bigint not null
);
create index fire_corridor on fire (corridor, valid_to);
