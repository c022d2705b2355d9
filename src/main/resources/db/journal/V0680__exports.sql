-- SPDX-License-Identifier: Apache-2.0
-- Tables that somebody asked to take out, and what became of each: a view.
create table table_export (
  position bigint not null primary key,
  export   text   not null unique,
  asked    bigint not null,
  account  text   not null,
  what     text   not null,
  from_day text,
  to_day   text,
  corridor text,
  language text   not null,
  format   text   not null,
  purpose  text   not null,
  ended    bigint,
  lines    bigint,
  digest   text,
  why      text
);
create index table_export_by_account on table_export (account, position);
