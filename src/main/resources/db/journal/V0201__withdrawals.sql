-- SPDX-License-Identifier: Apache-2.0
-- View of withdrawals: which claim was withdrawn by those who recorded it, why, and since when that is known. The
-- claim's own row keeps what it said and is known no longer than until then.
create table withdrawal (
  withdrawn_claim    text   not null primary key,
  withdrawn_position bigint not null,
  withdrawn_reason   text   not null,
  withdrawn_at       bigint not null
);
