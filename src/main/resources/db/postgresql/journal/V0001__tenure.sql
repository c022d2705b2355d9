-- SPDX-License-Identifier: Apache-2.0
-- Whose turn it is to write: each program that takes it begins a new epoch, and beats while it is awake.
create table tenure (
  id       integer not null primary key check (id = 1),
  epoch    bigint  not null,
  beat     bigint  not null,
  -- The scenario that this node reconstructs or exercises, for ever; null for a real node.
  scenario text
);
