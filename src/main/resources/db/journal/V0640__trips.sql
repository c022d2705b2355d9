-- SPDX-License-Identifier: Apache-2.0
-- Trips of vehicles from a crossing to a safe area, those who are on them, and how everyone is accounted for. One that
-- another node opened has its sender, the name of the crossing it came from, and the checks of its manifest's keys.
create table transport_trip (
  trip         text   not null primary key,
  position     bigint not null,
  corridor     text   not null,
  crossing     text   not null,
  vehicle      text   not null,
  safe_area    text   not null,
  driver       text,
  seats        bigint not null,
  bays         bigint not null,
  stretchers   bigint not null,
  escort_seats bigint not null,
  luggage      bigint not null,
  state        text   not null,
  amending     text,
  convoy       text,
  place        bigint,
  opened       bigint not null,
  departed     bigint,
  arrived      bigint,
  closed       bigint,
  sender       text,
  came_from    text,
  day_keys     text
);
create index transport_trip_state on transport_trip (state, corridor);
create index transport_trip_vehicle on transport_trip (vehicle, state);
create index transport_trip_convoy on transport_trip (convoy, place);
create index transport_trip_opened on transport_trip (corridor, opened);

-- Those who boarded together. People without a card are one passage of each trip, named after it. A ticket dies with
-- the key of its household's data; a mark is known again by who has the key of its day. Line: its place on the manifest
-- of another node, 0 for those who came onto the trip here.
create table transport_passage (
  passage     text    not null primary key,
  position    bigint  not null,
  trip        text    not null,
  kind        text    not null,
  ticket      text,
  mark        text,
  day         text,
  line        integer not null,
  part        integer not null,
  adults      bigint  not null,
  children    bigint  not null,
  bays        bigint  not null,
  stretchers  bigint  not null,
  escorts     bigint  not null,
  people      bigint  not null,
  standing    text    not null,
  received    bigint  not null,
  alighted    bigint  not null,
  hospital    bigint  not null,
  taken       bigint  not null,
  miscounted  bigint  not null,
  transferred bigint  not null,
  searched    integer not null,
  found_as    text,
  owner       text,
  deadline    bigint
);
create index transport_passage_trip on transport_passage (trip, standing);
create index transport_passage_ticket on transport_passage (ticket);
create index transport_passage_mark on transport_passage (mark);

create table transport_manifest (
  trip      text   not null,
  version   bigint not null,
  position  bigint not null,
  why       text,
  digest    text   not null,
  people    bigint not null,
  sealed_by text   not null,
  sealed    bigint not null,
  signed_by text,
  signed    bigint,
  primary key (trip, version)
);

create table transport_convoy (
  convoy           text   not null primary key,
  position         bigint not null,
  halts            text   not null,
  check_in_minutes bigint not null,
  departed         bigint,
  last_contact     bigint,
  held_since       bigint,
  held_near        text,
  held_reason      text
);

create table transport_contact (
  position bigint not null primary key,
  convoy   text   not null,
  what     text   not null,
  near     text,
  people   bigint,
  at       bigint not null,
  account  text   not null
);
create index transport_contact_convoy on transport_contact (convoy, position);

create table transport_went_on (
  position  bigint not null primary key,
  safe_area text   not null,
  area      text,
  people    bigint not null,
  at        bigint not null
);
create index transport_went_on_from on transport_went_on (safe_area, at);

-- Counts of those who go by themselves: out at a crossing, in at a safe area.
create table transport_own_way (
  position  bigint not null primary key,
  counted   text   not null unique,
  corridor  text,
  crossing  text,
  safe_area text,
  way       text   not null,
  people    bigint not null,
  vehicles  bigint not null,
  qualifier text   not null,
  hour      bigint not null,
  account   text   not null
);
create index transport_own_way_hour on transport_own_way (hour);

-- The nodes whose manifests are taken in, by the key that they sign with.
create table transport_sender (
  sender   text   not null primary key,
  position bigint not null,
  names    text   not null,
  account  text   not null
);

-- The keys of days, under which marks are made: this node's own, and those that it was given by others. No view: nothing
-- could remake them, and nothing should.
create table transport_day_key (
  day    text    not null,
  secret text    not null,
  own    integer not null,
  primary key (day, secret)
);
