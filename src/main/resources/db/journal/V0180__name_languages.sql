-- SPDX-License-Identifier: Apache-2.0
-- The languages in which names are asked for. The last row holds.
create table name_language (
  position    bigint not null primary key,
  languages   text   not null,
  known_from  bigint not null
);
