-- Files that people attach or send in. A file belongs to one field of one record as soon as a record names it.
create table ${schema}.file (
  id uuid primary key,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  created_at timestamptz not null,
  created_by uuid,
  entity text,
  record uuid,
  field text
);
create index file_record on ${schema}.file (record) where record is not null;
create index file_unused on ${schema}.file (created_at) where record is null;

create table ${schema}.file_part (
  file uuid not null references ${schema}.file (id) on delete cascade,
  part integer not null,
  content bytea not null,
  primary key (file, part)
);
alter table ${schema}.file_part alter column content set storage external;
