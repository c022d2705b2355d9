-- SPDX-License-Identifier: Apache-2.0
-- Those who wait at the vehicles now. No view, and no entry tells of them: a row goes when its household boards or
-- leaves the line, and what is left of an evening goes by itself, so that nothing tells who came and did not board.
create table transport_waiting (
  mark       text   not null primary key,
  corridor   text   not null,
  crossing   text   not null,
  number     bigint not null,
  adults     bigint not null,
  children   bigint not null,
  bays       bigint not null,
  stretchers bigint not null,
  escorts    bigint not null,
  needs      bigint not null,
  safe_area  text,
  hour       bigint not null
);
-- The last number that was given at a crossing on a day: nobody is called by one that somebody else had that day, also
-- when they have gone. It tells how many came, and of nobody who; it goes when its day is over.
create table transport_number (
  corridor text   not null,
  crossing text   not null,
  day      text   not null,
  last     bigint not null,
  ends     bigint not null,
  primary key (corridor, crossing, day)
);
create unique index transport_waiting_number on transport_waiting (corridor, crossing, number);
