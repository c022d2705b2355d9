-- SPDX-License-Identifier: Apache-2.0
-- Views of routes and of the hazards on them. A row is known from known_from up to, and not including, known_to.
create table route (
  position   bigint not null primary key,
  corridor   text   not null,
  waypoints  text   not null,
  windows    text   not null,
  source     text   not null,
  known_from bigint not null,
  known_to   bigint not null
);
create index route_known on route (corridor, known_to);

create table hazard (
  position   bigint not null primary key,
  hazard     text   not null,
  corridor   text   not null,
  kind       text   not null,
  state      text   not null,
  near_area  text,
  claimant   text,
  account    text   not null,
  checked    text   not null,
  known_from bigint not null,
  known_to   bigint not null
);
create index hazard_known on hazard (corridor, known_to);
create index hazard_id on hazard (hazard, known_to);
