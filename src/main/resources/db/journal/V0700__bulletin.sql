-- SPDX-License-Identifier: Apache-2.0

-- What the node's bulletin is about, as it was known: canonical JSON of the settings.
create table bulletin_series (
    position bigint not null primary key,
    settings text not null,
    known_from bigint not null,
    known_to bigint not null
);

-- Every version of every day's bulletin that was proposed; a draft that was proposed anew stands in its place.
create table bulletin_edition (
    day text not null,
    version integer not null,
    digest text not null,
    -- The act that proposed the first version of the day: the name of that day's bulletin in feeds.
    named text not null,
    proposed_at bigint not null,
    published_at bigint,
    -- Canonical JSON of the value.
    bulletin text not null,
    primary key (day, version)
);

create table bulletin_approval (
    day text not null,
    version integer not null,
    account text not null,
    approved_at bigint not null,
    primary key (day, version, account)
);

-- Index: what each proposed bulletin is filed under.
create table bulletin_tag (
    tag text not null,
    day text not null,
    version integer not null,
    digest text not null,
    -- Canonical JSON of the tag.
    value text not null,
    primary key (tag, day, version, digest)
);
