-- SPDX-License-Identifier: Apache-2.0
-- Pieces of luggage that a vehicle has aboard, which are nobody's in particular; and for how many people the safe area
-- has said that it has places.
alter table transport_trip add column stowed bigint not null default 0;
alter table transport_trip add column confirmed bigint;
