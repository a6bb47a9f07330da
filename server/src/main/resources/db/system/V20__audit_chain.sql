-- Where the chain of each workspace's audit log begins and ends, kept apart from the log: who cuts its end off is found out.
create table ${schema}.audit_chain (
    schema_name text not null,
    base_seq bigint not null default 0,
    base_hash bytea not null,
    seq bigint not null default 0,
    hash bytea not null,
    sealed_at timestamptz,
    keep_days int not null,
    constraint audit_chain_pk primary key (schema_name)
);
comment on column ${schema}.audit_chain.base_seq is 'The last entry that was removed when its time was over; 0 for none.';
