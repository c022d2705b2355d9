-- SPDX-License-Identifier: Apache-2.0
-- The limits of services, and what they are measured by. A row of care_served is a giving under a pseudonym that is
-- good for one card, one service and one day; it holds no card, no point and no number of people, and is deleted when
-- something is given two days later. The pseudonym is made with the secret of its day, which no entry tells of and which
-- is forgotten when the day after is over.
create table care_limit (
  point           text   not null,
  service         text   not null,
  minutes_between bigint,
  most_a_day      bigint,
  not_with        text   not null,
  whole_household bigint not null,
  desks           text   not null,
  hours           text   not null,
  primary key (point, service)
);

create table care_served (
  position bigint not null primary key,
  served   text   not null,
  touch    text   not null,
  given    bigint not null,
  recorded bigint not null
);
create index care_served_by on care_served (served, given);
create index care_served_touch on care_served (touch);
create index care_served_recorded on care_served (recorded);

create table care_day_secret (
  day    text not null primary key,
  secret text not null
);
