-- SPDX-License-Identifier: Apache-2.0
-- What was told of the conditions at safe areas, and of their hours.
create table safe_area_conditions (
  position   bigint not null primary key,
  safe_area  text   not null,
  conditions text   not null,
  hours      text   not null,
  account    text   not null,
  told       bigint not null
);
create index safe_area_conditions_told on safe_area_conditions (safe_area, told);
