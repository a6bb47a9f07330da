-- Whether a file may be handed out: 'ready', 'held' until it is examined for malware, 'infected' when it is not kept.
alter table ${schema}.file add column state text collate "C" not null default 'ready';
create index file_held on ${schema}.file (created_at) where state = 'held';

-- The comment that a file belongs to, where it is not a field's.
alter table ${schema}.file add column comment uuid;
create index file_comment on ${schema}.file (comment) where comment is not null;

-- Small pictures of files, made once. One without content could not be made.
create table ${schema}.file_preview (
  file uuid not null references ${schema}.file (id) on delete cascade,
  size text collate "C" not null,
  media_type text collate "C" not null,
  content bytea,
  primary key (file, size)
);
alter table ${schema}.file_preview alter column content set storage external;
