-- SPDX-License-Identifier: Apache-2.0
-- Views of the ceasefire. A ledger's row is what was known from known_from up to, and not including, known_to;
-- valid_from and valid_to are the earliest and the latest instant that it may cover. Its parts and places stay with it.
create table ledger (
  position       bigint  not null primary key,
  ledger         text    not null unique,
  reporter       text    not null,
  stretch        text    not null,
  covers_day     text    not null,
  covers_zone    text    not null,
  unit           text    not null,
  total          bigint,
  parts_complete integer not null,
  published_on   text    not null,
  source         text    not null,
  corrects       text,
  note           text,
  valid_from     bigint  not null,
  valid_to       bigint  not null,
  known_from     bigint  not null,
  known_to       bigint  not null
);
create index ledger_published on ledger (published_on, known_to);
create index ledger_reporter on ledger (reporter, covers_day, known_to);

create table ledger_part (
  ledger  text    not null,
  ordinal integer not null,
  area    text    not null,
  counted bigint  not null,
  primary key (ledger, ordinal)
);

-- Areas that a ledger names without a count.
create table ledger_place (
  ledger  text    not null,
  ordinal integer not null,
  area    text    not null,
  primary key (ledger, ordinal)
);
