-- SPDX-License-Identifier: Apache-2.0
-- Which card was issued in place of one that is dead: who travelled on the old card does not travel again on the new.
alter table gate_card add column successor text;
create index gate_card_successor on gate_card (successor);
