-- A file becoming records. read_rows moves in the same transaction as the records: after a crash it goes on from there.
create table ${schema}.import (
  id uuid primary key,
  file uuid not null,
  file_name text not null,
  sheet text not null,
  header_row bigint not null,
  entity text not null,
  mapping jsonb not null,
  match text[] not null,
  mode text not null,
  state text not null,
  actor uuid,
  language text not null,
  total_rows bigint,
  read_rows bigint not null default 0,
  created_records bigint not null default 0,
  updated_records bigint not null default 0,
  unchanged_records bigint not null default 0,
  refused_rows bigint not null default 0,
  undone_records bigint not null default 0,
  kept_records bigint not null default 0,
  message text,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);
create index import_recent on ${schema}.import (created_at desc, id);

create table ${schema}.import_refused (
  import uuid not null references ${schema}.import (id) on delete cascade,
  position bigint not null,
  row_number bigint not null,
  cells jsonb not null,
  reason text not null,
  primary key (import, position)
);
