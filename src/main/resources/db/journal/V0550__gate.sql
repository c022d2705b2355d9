-- SPDX-License-Identifier: Apache-2.0
-- Views of the gates. A count is known from known_from up to, and not including, known_to; hour is the first instant
-- of the local hour that it tells of. gate_hour holds the sums of what is known now: a row for each figure, and a row
-- REPORTS for each hour that anything was reported of.
create table gate_decision (
  position   bigint not null primary key,
  corridor   text   not null,
  decision   text   not null,
  because    text   not null,
  claimant   text,
  account    text   not null,
  known_from bigint not null
);
create index gate_decision_corridor on gate_decision (corridor, position);

create table gate_tally (
  position   bigint not null primary key,
  tally      text   not null,
  corridor   text   not null,
  crossing   text   not null,
  direction  text   not null,
  hour       bigint not null,
  zone       text   not null,
  taken      text   not null,
  passing    text   not null,
  account    text   not null,
  known_from bigint not null,
  known_to   bigint not null
);
create index gate_tally_id on gate_tally (tally);
create index gate_tally_hour on gate_tally (corridor, hour);
create index gate_tally_account on gate_tally (account, crossing, position);

create table gate_turned_back (
  position   bigint not null primary key,
  corridor   text   not null,
  crossing   text   not null,
  direction  text   not null,
  hour       bigint not null,
  zone       text   not null,
  people     bigint not null,
  by_party   text,
  told       text   not null,
  claimant   text,
  known_from bigint not null
);
create index gate_turned_back_hour on gate_turned_back (corridor, hour);

create table gate_handover (
  position   bigint not null primary key,
  tally      text   not null,
  corridor   text   not null,
  crossing   text   not null,
  direction  text   not null,
  hour       bigint not null,
  zone       text   not null,
  to_party   text   not null,
  child      text   not null,
  known_from bigint not null
);
create index gate_handover_id on gate_handover (tally);
create index gate_handover_hour on gate_handover (corridor, hour);

create table gate_hour (
  corridor  text   not null,
  crossing  text   not null,
  direction text   not null,
  hour      bigint not null,
  zone      text   not null,
  counted   text   not null,
  number    bigint not null,
  primary key (corridor, crossing, direction, hour, counted)
);
