-- SPDX-License-Identifier: Apache-2.0
-- The keys of a node, each wrapped by the master key, and that by a key derived from the passphrase (Argon2id).
create table lock_box (
  id         integer not null primary key check (id = 1),
  salt       ${bytes} not null,
  memory_kib integer not null,
  passes     integer not null,
  wrapped    ${bytes} not null
);
create table node_key (
  name    text     not null primary key,
  wrapped ${bytes} not null
);
create table data_key (
  name      text     not null primary key,
  created   bigint   not null,
  wrapped   ${bytes},
  destroyed bigint
);
