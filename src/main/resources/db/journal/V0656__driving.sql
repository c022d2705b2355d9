-- SPDX-License-Identifier: Apache-2.0
-- How long a convoy plans to be on its way, halts included; and what drivers say they drove before their trips here.
alter table transport_convoy add column planned_minutes bigint;
create table transport_drove (
  position bigint not null primary key,
  driver   text   not null,
  start    bigint not null,
  finish   bigint not null,
  zone     text   not null
);
create index transport_drove_driver on transport_drove (driver, finish);
