-- SPDX-License-Identifier: Apache-2.0
-- What this node tells, where it is none of the real ones: one row, for ever. No view: no entry tells of it. The file is the story itself,
-- packed, where the program ships none of that name.
create table story (
  id   integer not null primary key check (id = 1),
  kind text    not null,
  file ${bytes}
);
