-- SPDX-License-Identifier: Apache-2.0
-- A journal apart. A sheet holds all that was done on a day, sealed as one and in no order; what is done later on that
-- day is a new sheet in its place. A sheet has a hash once its day is over, and nothing is added to it then.
create table sheet (
  day      text     not null primary key,
  sealed   ${bytes} not null,
  previous ${bytes} not null,
  hash     ${bytes}
)${clustered};
