-- Where bounces arrive, and how far they were read: one row, whose id is the workspace's. The password is sealed for it.
-- Uid_validity and last_uid are null until it was read; failure, detail and failures tell of what went wrong since.
create table ${schema}.bounce_mailbox (
    id uuid primary key,
    host text collate "C" not null,
    port integer not null,
    security text collate "C" not null,
    account text collate "C" not null,
    password text collate "C" not null,
    folder text collate "C" not null,
    changed_at timestamptz not null,
    uid_validity bigint,
    last_uid bigint,
    read_at timestamptz,
    failed_at timestamptz,
    failure text collate "C",
    detail text collate "C",
    failures integer not null,
    next_at timestamptz not null
);
