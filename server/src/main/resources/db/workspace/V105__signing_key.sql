-- The keys that calls to other systems are signed by, one for each definition that calls. Each is sealed for its row.
create table ${schema}.signing_key (
    id uuid primary key,
    source text collate "C" not null,
    secret text collate "C" not null,
    created_at timestamptz not null
);
create unique index signing_key_source on ${schema}.signing_key (source);
