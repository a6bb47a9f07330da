-- Rows of an import that name records of the same entity which come later in the file: read again when those are there.
create table ${schema}.import_waiting (
  import uuid not null references ${schema}.import (id) on delete cascade,
  position bigint not null,
  row_number bigint not null,
  cells jsonb not null,
  primary key (import, position)
);
