-- SPDX-License-Identifier: Apache-2.0
-- The fleet as it was known when, plates sealed, and how each vehicle stood.
create table vehicle (
  position     bigint not null primary key,
  vehicle      text   not null,
  type         text   not null,
  seats        bigint not null,
  bays         bigint not null,
  stretchers   bigint not null,
  escort_seats bigint not null,
  luggage      bigint not null,
  range_km     bigint,
  plate        text,
  known_from   bigint not null,
  known_to     bigint not null
);
create index vehicle_known on vehicle (vehicle, known_to);

create table vehicle_standing (
  position   bigint not null primary key,
  vehicle    text   not null,
  standing   text   not null,
  since      bigint not null,
  account    text   not null,
  known_from bigint not null,
  known_to   bigint not null
);
create index vehicle_standing_known on vehicle_standing (vehicle, known_to);
