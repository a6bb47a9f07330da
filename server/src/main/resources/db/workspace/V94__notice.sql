-- What members were told, one row for each of them. Quote is shown only while the member may read the record that it is about;
-- shown is false where the member wants such notices by other ways alone.
create table ${schema}.notice (
    id uuid primary key,
    member uuid not null,
    key text collate "C" not null,
    topic text collate "C" not null,
    title text collate "C" not null,
    body text collate "C",
    quote text collate "C",
    said_by uuid,
    entity text collate "C",
    record uuid,
    todo uuid,
    shown boolean not null,
    at timestamptz not null,
    read_at timestamptz,
    constraint notice_member foreign key (member) references ${schema}.member (id)
);
create unique index notice_once on ${schema}.notice (member, key);
create index notice_newest on ${schema}.notice (member, id) where shown;
create index notice_unread on ${schema}.notice (member, id) where shown and read_at is null;
create index notice_record on ${schema}.notice (record) where record is not null;
create index notice_age on ${schema}.notice (at);

-- Notices that still have to go out by another way than the product, at once or with others in a digest.
create table ${schema}.notice_delivery (
    notice uuid not null,
    channel text collate "C" not null,
    member uuid not null,
    mode text collate "C" not null,
    due timestamptz not null,
    primary key (notice, channel),
    constraint notice_delivery_of foreign key (notice) references ${schema}.notice (id) on delete cascade
);
create index notice_delivery_due on ${schema}.notice_delivery (due);

create table ${schema}.notice_preference (
    member uuid primary key,
    document json not null,
    changed_at timestamptz not null,
    constraint notice_preference_member foreign key (member) references ${schema}.member (id)
);
