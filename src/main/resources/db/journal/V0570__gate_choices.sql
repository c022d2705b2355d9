-- SPDX-License-Identifier: Apache-2.0
-- Views: what the boxes of past hours held, and the concerns that were raised, sealed.
create table gate_choice (
  corridor text   not null,
  crossing text   not null,
  hour     bigint not null,
  choice   text   not null,
  zone     text   not null,
  number   bigint not null,
  primary key (corridor, crossing, hour, choice)
);

create table gate_concern (
  position bigint not null primary key,
  concern  text   not null unique,
  corridor text   not null,
  crossing text   not null,
  hour     bigint not null,
  zone     text   not null,
  told     text   not null
);

-- The boxes of hours that are not over, or not emptied yet. No views: no entry tells of what is in them.
create table gate_box (
  corridor text   not null,
  crossing text   not null,
  hour     bigint not null,
  choice   text   not null,
  zone     text   not null,
  number   bigint not null,
  primary key (corridor, crossing, hour, choice)
)${clustered};

-- Requests that are in a box, each as a pseudonym. The table has no order but that of its pseudonyms, so that it does
-- not tell which came first.
create table gate_box_mark (
  mark text   not null primary key,
  hour bigint not null
)${clustered};
