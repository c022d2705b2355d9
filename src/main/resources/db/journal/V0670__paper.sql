-- SPDX-License-Identifier: Apache-2.0
-- Blank forms that were printed, and what became of each sheet: views.
create table paper_run (
  run      text   not null primary key,
  position bigint not null,
  blank    text   not null,
  language text   not null,
  preset   text,
  account  text   not null,
  printed  bigint not null
);
create table paper_sheet (
  number  text   not null primary key,
  run     text   not null,
  serial  bigint not null unique,
  blank   text   not null,
  state   text   not null,
  account text,
  since   bigint not null
);
create index paper_sheet_by_run on paper_sheet (run, serial);
-- The acts that were read off a sheet, in the order in which they were recorded.
create table paper_act (
  position   bigint not null primary key,
  number     text   not null,
  act        text   not null,
  sitting    text   not null,
  line       int    not null,
  written_by text   not null,
  again      text,
  account    text   not null,
  entered    bigint not null
);
create index paper_act_by_number on paper_act (number, position);
-- A decision of a gate may be written on paper when it is made, and be recorded later.
alter table gate_decision add column made bigint not null default 0;
