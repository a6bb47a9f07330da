-- Single records, shared with a member, a group or a department. What is reached through them is asked at each reading: nothing is
-- kept at the records.
create table ${schema}.record_share (
    id uuid not null,
    entity text collate "C" not null,
    record uuid not null,
    kind text not null,
    principal uuid not null,
    below boolean not null,
    level text not null,
    until date,
    shared_by uuid,
    shared_at timestamptz not null,
    constraint record_share_pk primary key (id),
    constraint record_share_once unique (record, principal)
);
comment on column ${schema}.record_share.below is 'Whether with the departments below the principal too.';
comment on column ${schema}.record_share.until is 'The last day on which it holds; null for no end.';
create index record_share_of_principal on ${schema}.record_share (principal, entity) include (record, below, level, until);
