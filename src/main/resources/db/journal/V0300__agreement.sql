-- SPDX-License-Identifier: Apache-2.0
-- Views of agreements. A row is what was known from known_from up to, and not including, known_to; where it has
-- valid_from and valid_to, that is when it held in the world. *_told is the same as exactly as it was told.
create table party (
  position      bigint not null primary key,
  party         text   not null,
  kind          text   not null,
  names         text   not null,
  abbreviation  text,
  known_from    bigint not null,
  known_to      bigint not null
);
create index party_known on party (party, known_to);

create table agreement (
  position    bigint not null primary key,
  agreement   text   not null,
  names       text   not null,
  signed_told text   not null,
  months      bigint,
  extension   text,
  source      text   not null,
  known_from  bigint not null,
  known_to    bigint not null
);
create index agreement_known on agreement (agreement, known_to);

create table agreement_guarantor (
  position bigint  not null,
  ordinal  integer not null,
  party    text    not null,
  primary key (position, ordinal)
);

create table zone (
  position   bigint not null primary key,
  zone       text   not null,
  agreement  text   not null,
  names      text   not null,
  valid_from bigint not null,
  valid_to   bigint not null,
  valid_told text   not null,
  source     text   not null,
  known_from bigint not null,
  known_to   bigint not null
);
create index zone_known on zone (zone, known_to);

create table zone_part (
  position bigint  not null,
  ordinal  integer not null,
  area     text    not null,
  extent   text    not null,
  primary key (position, ordinal)
);

create table control (
  position   bigint not null primary key,
  claim      text   not null unique,
  zone       text,
  area       text,
  relation   text   not null,
  holder     text,
  claimant   text   not null,
  valid_from bigint not null,
  valid_to   bigint not null,
  valid_told text   not null,
  published  bigint not null,
  source     text   not null,
  known_from bigint not null,
  known_to   bigint not null
);
create index control_zone on control (zone, known_to);
create index control_area on control (area, known_to);

create table assurance (
  position   bigint not null primary key,
  claim      text   not null unique,
  corridor   text   not null,
  party      text   not null,
  status     text   not null,
  valid_from bigint not null,
  valid_to   bigint not null,
  valid_told text   not null,
  published  bigint not null,
  source     text   not null,
  known_from bigint not null,
  known_to   bigint not null
);
create index assurance_corridor on assurance (corridor, party, known_to);
