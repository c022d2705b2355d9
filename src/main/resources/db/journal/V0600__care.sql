-- SPDX-License-Identifier: Apache-2.0
-- Views of service points, of what they give, and of their stock. Instants are microseconds; hour is the first instant
-- of a local hour. No table here holds a household, and none a row for each time that somebody was given something but
-- care_touch and care_touch_stock: they are there so that a desk may undo a slip, hold nothing of anyone, and are
-- emptied of what is older than a day.
create table care_point (
  position   bigint not null primary key,
  point      text   not null,
  corridor   text   not null,
  crossing   text,
  names      text   not null,
  services   text   not null,
  equipment  text   not null,
  known_from bigint not null,
  known_to   bigint not null
);
create index care_point_known on care_point (point, known_to);

create table care_recipe (
  point       text   not null,
  service     text   not null,
  item        text   not null,
  each_person bigint not null,
  primary key (point, service, item)
);

create table care_announced (
  point     text   not null,
  announcer text   not null,
  services  text   not null,
  source    text   not null,
  position  bigint not null,
  primary key (point, announcer)
);

create table care_check (
  point    text   not null primary key,
  services text   not null,
  there    text   not null,
  lacks    text   not null,
  account  text   not null,
  occurred text   not null,
  position bigint not null
);

create table care_hour (
  point   text   not null,
  hour    bigint not null,
  kind    text   not null,
  what    text   not null,
  how     text   not null,
  people  bigint not null,
  touches bigint not null,
  primary key (point, hour, kind, what, how)
);

create table care_touch (
  position bigint not null primary key,
  touch    text   not null,
  point    text   not null,
  hour     bigint not null,
  zone     text   not null,
  kind     text   not null,
  what     text   not null,
  how      text   not null,
  people   bigint not null,
  account  text   not null,
  recorded bigint not null
);
create index care_touch_id on care_touch (touch);
create index care_touch_account on care_touch (account, point, position);
create index care_touch_recorded on care_touch (recorded);

create table care_item (
  item              text   not null primary key,
  names             text   not null,
  unit              text   not null,
  grams             bigint,
  cubic_centimetres bigint
);

-- beyond: given beyond what the card had, since it was last counted.
create table care_stock (
  point      text   not null,
  item       text   not null,
  on_hand    bigint not null,
  beyond     bigint not null,
  counted    bigint not null,
  counted_at bigint not null,
  begun      bigint not null,
  primary key (point, item)
);

create table care_batch (
  point   text   not null,
  item    text   not null,
  batch   text   not null,
  expires text   not null,
  on_hand bigint not null,
  primary key (point, item, batch)
);

create table care_card (
  point    text   not null,
  item     text   not null,
  position bigint not null,
  kind     text   not null,
  occurred text   not null,
  quantity bigint not null,
  change   bigint not null,
  balance  bigint not null,
  beyond   bigint not null,
  because  text,
  account  text   not null,
  primary key (point, item, position)
);

create table care_used (
  point    text   not null,
  item     text   not null,
  hour     bigint not null,
  quantity bigint not null,
  primary key (point, item, hour)
);

-- What a touch took, so that it can be put back: from a batch, beyond the card, or from nowhere since a count already
-- held it.
create table care_touch_stock (
  touch    text   not null,
  point    text   not null,
  item     text   not null,
  part     text   not null,
  batch    text   not null,
  quantity bigint not null,
  hour     bigint not null,
  position bigint not null,
  recorded bigint not null,
  primary key (touch, item, part, batch)
);
create index care_touch_stock_recorded on care_touch_stock (recorded);

create table care_dispatch (
  dispatch   text   not null primary key,
  position   bigint not null,
  from_point text   not null,
  to_point   text   not null,
  sent       bigint not null,
  confirmed  bigint
);
create index care_dispatch_to on care_dispatch (to_point, confirmed);
create index care_dispatch_from on care_dispatch (from_point);

create table care_dispatch_line (
  dispatch text   not null,
  item     text   not null,
  batch    text   not null,
  expires  text   not null,
  sent     bigint not null,
  accepted bigint not null,
  refused  bigint not null,
  because  text,
  primary key (dispatch, item, batch)
);

create table care_order_levels (
  point       text   not null,
  item        text   not null,
  period_days bigint not null,
  min_periods bigint not null,
  max_periods bigint not null,
  lead_days   bigint not null,
  primary key (point, item)
);
