-- What members say to each other about a record, beside its data.
create table ${schema}.comment (
  id uuid primary key,
  entity text collate "C" not null,
  record uuid not null,
  author uuid not null,
  body text collate "C" not null,
  mentions uuid[] not null,
  created_at timestamptz not null,
  edited_at timestamptz
);
create index comment_record on ${schema}.comment (record, id desc);
create index comment_mentions on ${schema}.comment using gin (mentions);
