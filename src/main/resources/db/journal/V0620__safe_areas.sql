-- SPDX-License-Identifier: Apache-2.0
-- Safe areas as they were known when, and what was told of the places that they have left.
create table safe_area (
  position   bigint not null primary key,
  safe_area  text   not null,
  area       text   not null,
  names      text   not null,
  corridors  text   not null,
  places     text   not null,
  known_from bigint not null,
  known_to   bigint not null
);
create index safe_area_known on safe_area (safe_area, known_to);

create table safe_area_places (
  position  bigint not null primary key,
  safe_area text   not null,
  places    text   not null,
  account   text   not null,
  told      bigint not null
);
create index safe_area_places_told on safe_area_places (safe_area, told);
