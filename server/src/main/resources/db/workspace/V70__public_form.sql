-- What a public form has taken in, and the key that signs the tasks it sets to robots.
create table ${schema}.public_form (
  code text collate "C" primary key,
  key bytea not null,
  taken bigint not null
);

-- Tasks that were solved once, so that none is good for a second submission; kept until they would be too old anyway.
create table ${schema}.public_form_task (
  form text collate "C" not null,
  salt text collate "C" not null,
  expires_at timestamptz not null,
  primary key (form, salt)
);
create index public_form_task_expires on ${schema}.public_form_task (expires_at);
