-- SPDX-License-Identifier: Apache-2.0
-- Passwords that were given must be changed before anything else, and open for a while only, by the machine's own clock.
alter table credential add column must_change bigint not null default 0;
alter table credential add column opens_until bigint not null default 9223372036854775807;

-- Who set the password of each account last: a view.
create table password_set (
  account  text   not null primary key,
  set_by   text   not null,
  recorded bigint not null
);

-- Accounts for which somebody said at the door that the password is forgotten, when last: a view.
create table reset_asked (
  account text   not null primary key,
  asked   bigint not null
);

-- Passwords reset by two: a view. What is not decided is decided at the end of time, 9223372036854775807.
create table password_reset (
  reset      text   not null primary key,
  position   bigint not null,
  account    text   not null,
  started_by text   not null,
  started    bigint not null,
  outcome    text   not null,
  decided_by text,
  decided    bigint not null
);
create index password_reset_account on password_reset (account, position);
