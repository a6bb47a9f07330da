-- What members marked to find it again: records, views and whole lists. Target is the record's id, the view's code, or ''.
create table ${schema}.member_favourite (
    id uuid primary key,
    member uuid not null,
    kind text collate "C" not null,
    entity text collate "C" not null,
    target text collate "C" not null,
    place integer not null,
    constraint member_favourite_member foreign key (member) references ${schema}.member (id)
);
create unique index member_favourite_once on ${schema}.member_favourite (member, kind, entity, target);
create index member_favourite_of_record on ${schema}.member_favourite (target);

-- The records that members opened or changed last: one row each, of which the newest are kept.
create table ${schema}.member_recent (
    member uuid not null,
    entity text collate "C" not null,
    record uuid not null,
    at timestamptz not null,
    primary key (member, entity, record),
    constraint member_recent_member foreign key (member) references ${schema}.member (id)
);
create index member_recent_newest on ${schema}.member_recent (member, at desc);
create index member_recent_of_record on ${schema}.member_recent (record);
