-- SPDX-License-Identifier: Apache-2.0
-- Views of places. A row is what was known from known_from up to, and not including, known_to.
create table area (
  position    bigint not null primary key,
  area        text   not null,
  kind        text   not null,
  pcode       text,
  names       text   not null,
  spellings   text   not null,
  parent      text,
  latitude    bigint,
  longitude   bigint,
  known_from  bigint not null,
  known_to    bigint not null
);
create index area_known on area (area, known_to);

create table area_shape (
  position      bigint not null primary key,
  area          text   not null,
  shape         text   not null,
  border_metres bigint not null,
  valid_from    bigint not null,
  valid_to      bigint not null,
  valid_told    text   not null,
  source        text   not null,
  known_from    bigint not null,
  known_to      bigint not null
);
create index area_shape_known on area_shape (area, known_to);
