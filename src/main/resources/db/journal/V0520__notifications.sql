-- SPDX-License-Identifier: Apache-2.0
-- Views of humanitarian notifications. A row is a version, known from known_from until a newer one or a withdrawal; what
-- it tells of is there from valid_from up to, and not including, valid_to. Its places are sealed.
create table notification (
  position     bigint  not null primary key,
  notification text    not null,
  version      integer not null,
  corridor     text    not null,
  kind         text    not null,
  what         text    not null,
  recipients   text    not null,
  places       text    not null,
  account      text    not null,
  valid_from   bigint  not null,
  valid_to     bigint  not null,
  zone         text    not null,
  known_from   bigint  not null,
  known_to     bigint  not null
);
create index notification_corridor on notification (corridor, known_to, valid_to);
create index notification_id on notification (notification, known_to);

create table notification_ack (
  position     bigint  not null primary key,
  notification text    not null,
  version      integer not null,
  recipient    text    not null,
  at           bigint  not null,
  known_from   bigint  not null
);
create index notification_ack_id on notification_ack (notification, version);
