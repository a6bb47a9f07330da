-- What an administrator chose for the whole workspace and that is no definition.
create table ${schema}.workspace_setting (
  name text collate "C" primary key,
  value text collate "C" not null
);
