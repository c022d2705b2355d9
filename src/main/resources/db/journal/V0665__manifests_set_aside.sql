-- SPDX-License-Identifier: Apache-2.0
-- Of a trip from another node: before when it cannot have come, since when it is awaited, and that it does not come here,
-- where that was said: why, which office told it, and who put it on record.
alter table transport_trip add column earliest bigint;
alter table transport_trip add column awaited bigint;
alter table transport_trip add column not_coming text;
alter table transport_trip add column told_by text;
alter table transport_trip add column set_aside_by text;
alter table transport_trip add column set_aside bigint;
update transport_trip set awaited = opened where sender is not null;
