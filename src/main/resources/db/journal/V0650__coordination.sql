-- SPDX-License-Identifier: Apache-2.0
-- Who has taken an alarm on, the newest row counting. An empty account: it was given back.
create table alarm_owner (
  position   bigint not null primary key,
  corridor   text   not null,
  alarm      text   not null,
  account    text,
  known_from bigint not null
);
create index alarm_owner_alarm on alarm_owner (corridor, alarm, position);
