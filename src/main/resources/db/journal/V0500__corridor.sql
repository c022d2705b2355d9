-- SPDX-License-Identifier: Apache-2.0
-- Views of corridors. A row is what was known from known_from up to, and not including, known_to; a claim speaks of
-- the time from valid_from up to, and not including, valid_to. Codes stand in one column, separated by spaces, where
-- nothing is ever asked about a single one of them.
create table corridor (
  position         bigint not null primary key,
  corridor         text   not null,
  names            text   not null,
  zone             text,
  initiator        text,
  relevant_parties text   not null,
  intermediaries   text   not null,
  flows            text   not null,
  source           text   not null,
  known_from       bigint not null,
  known_to         bigint not null
);
create index corridor_known on corridor (corridor, known_to);

create table corridor_crossing (
  position  bigint  not null,
  ordinal   integer not null,
  crossing  text    not null,
  names     text    not null,
  area      text    not null,
  latitude  bigint,
  longitude bigint,
  primary key (position, ordinal)
);

create table corridor_announcement (
  position     bigint  not null primary key,
  claim        text    not null,
  corridor     text    not null,
  announcer    text    not null,
  status       text    not null,
  valid_from   bigint  not null,
  valid_to     bigint  not null,
  valid_told   text    not null,
  as_voluntary integer not null,
  open_days    text,
  open_from    text,
  open_to      text,
  open_zone    text,
  services     text    not null,
  flows        text    not null,
  reasons      text    not null,
  source       text    not null,
  corrects     text,
  known_from   bigint  not null,
  known_to     bigint  not null
);
create index corridor_announcement_known on corridor_announcement (corridor, known_to);
create index corridor_announcement_claim on corridor_announcement (claim);

create table corridor_use (
  position   bigint  not null primary key,
  claim      text    not null,
  corridor   text    not null,
  claimant   text    not null,
  valid_from bigint  not null,
  valid_to   bigint  not null,
  valid_told text    not null,
  reasons    text    not null,
  source     text    not null,
  corrects   text,
  known_from bigint  not null,
  known_to   bigint  not null
);
create index corridor_use_known on corridor_use (corridor, known_to);
create index corridor_use_claim on corridor_use (claim);

create table corridor_use_count (
  position  bigint not null,
  counted   text   not null,
  qualifier text   not null,
  number    bigint not null,
  primary key (position, counted)
);
