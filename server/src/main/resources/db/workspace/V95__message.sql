-- What leaves the house: written only with what it tells of, delivered later. Next_at is when it is tried (again).
create table ${schema}.message (
    id uuid primary key,
    key text collate "C" not null,
    channel text collate "C" not null,
    recipient text collate "C" not null,
    subject text collate "C",
    body text collate "C" not null,
    html text collate "C",
    state text collate "C" not null,
    attempts integer not null,
    next_at timestamptz,
    error text collate "C",
    entity text collate "C",
    record uuid,
    source text collate "C" not null,
    created_at timestamptz not null,
    sent_at timestamptz
);
create unique index message_key on ${schema}.message (key);
create index message_due on ${schema}.message (next_at) where next_at is not null;
create index message_state on ${schema}.message (state, id);
create index message_record on ${schema}.message (record) where record is not null;
create index message_age on ${schema}.message (created_at);

-- By which server mail is sent: one row, whose id is the workspace's. The password is sealed for it.
create table ${schema}.mail_setting (
    id uuid primary key,
    host text collate "C" not null,
    port integer not null,
    security text collate "C" not null,
    account text collate "C",
    password text collate "C",
    sender text collate "C" not null,
    changed_at timestamptz not null
);
