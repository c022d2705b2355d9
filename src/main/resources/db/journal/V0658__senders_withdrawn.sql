-- SPDX-License-Identifier: Apache-2.0
-- Whether the manifests of a node that was accepted are taken in no longer.
alter table transport_sender add column withdrawn bigint not null default 0;
