-- SPDX-License-Identifier: Apache-2.0
create table tenure (
  id    integer not null primary key check (id = 1),
  epoch bigint  not null,
  beat  bigint  not null
);

-- The signed heads of the chain, which stand outside the journal's database: every program that takes its turn finds
-- them here, whatever its own folder knows.
create table head (
  stream text not null primary key,
  line   text not null
);
