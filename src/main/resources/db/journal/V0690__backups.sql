-- SPDX-License-Identifier: Apache-2.0
-- How the last backup, the last copy of the keys and the last check of a backup went. No view: no entry tells of it.
-- What went wrong stands as the code of the problem and its values as JSON.
create table backup_run (
  what     text   not null primary key,
  tried    bigint not null,
  good     bigint,
  position bigint,
  problem  text,
  details  text
);

-- The places to which keys were ever copied, and how many keys were destroyed when they were copied there last: a copy that knows of fewer
-- still opens what was erased since.
create table keys_copy (
  place     text   not null primary key,
  told      text   not null,
  copied    bigint not null,
  destroyed bigint not null
);
