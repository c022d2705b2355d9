-- SPDX-License-Identifier: Apache-2.0
create table tenure (
  id    integer not null primary key check (id = 1),
  epoch bigint  not null,
  beat  bigint  not null
);
