-- Secrets of other systems, by which calls sign in there: each goes to one origin alone and is sealed for its row.
create table ${schema}.call_credential (
    id uuid primary key,
    code text collate "C" not null,
    name text collate "C" not null,
    origin text collate "C" not null,
    secret text collate "C" not null,
    changed_at timestamptz not null
);
create unique index call_credential_code on ${schema}.call_credential (code);
