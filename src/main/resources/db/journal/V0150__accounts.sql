-- SPDX-License-Identifier: Apache-2.0
-- Accounts: a view. An open one is closed at the end of time, 9223372036854775807.
create table account (
  name           text   not null primary key,
  roles          text   not null,
  opened         bigint not null,
  closed         bigint not null,
  password_since bigint not null
);

-- Who signed in, read or took out what: a view.
create table access_log (
  position bigint not null primary key,
  recorded bigint not null,
  event    text   not null,
  account  text   not null,
  about    text
);

-- Hashes of passwords. No view: they are not in the journal, so nothing can remake them.
create table credential (
  account text not null primary key,
  hash    text not null
);
