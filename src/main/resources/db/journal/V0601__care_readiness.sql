-- SPDX-License-Identifier: Apache-2.0
-- Views of what points are to be ready for, and of complaints. The words of a complaint stay sealed.
create table care_plan (
  point     text   not null primary key,
  peak_hour bigint not null,
  visitors  bigint not null,
  overnight bigint not null,
  standards text   not null,
  source    text
);

create table care_complaint (
  reference text    not null primary key,
  position  bigint  not null,
  received  bigint  not null,
  corridor  text    not null,
  point     text,
  channel   text    not null,
  language  text    not null,
  topic     text    not null,
  sensitive integer not null,
  text      text,
  state     text    not null
);
create index care_complaint_corridor on care_complaint (corridor, position);
