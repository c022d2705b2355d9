-- SPDX-License-Identifier: Apache-2.0
-- Machines from which somebody signed in with a password, and who did, by the day. No views: no entry tells of them, and
-- what was not seen for ninety days is forgotten.
create table device (
  device     text   not null primary key,
  secret     text   not null,
  label      text   not null,
  first_seen bigint not null,
  last_seen  bigint not null,
  origin     text   not null
);
create table device_account (
  device  text not null,
  account text not null,
  primary key (device, account)
);

-- Machines that are lost: a view.
create table device_lost (
  device  text   not null primary key,
  lost    bigint not null,
  lost_by text   not null
);
