-- SPDX-License-Identifier: Apache-2.0
-- What the journal notes beside its entries.

-- Every start looks for the keys that entries say are destroyed.
create index entry_keys_destroyed on entry (position) where type = 'journal.keys-destroyed';

-- Entries that are in the journal and in no view, because a view could not take them. Remade with the views.
create table set_aside (
  position bigint not null primary key,
  type     text   not null,
  problem  text   not null
);

-- Which program's views these are: another one, with other kinds of entry or other views, makes them anew.
create table views_made (
  id      integer not null primary key check (id = 1),
  made_by text    not null
);
