-- Fields and entities that were deleted: what they are called now, and what brings them back. Their data stays where it
-- was, under another name, until it is purged.
create table ${schema}.field_trash (
    id uuid not null,
    entity text not null,
    field text,
    label jsonb not null,
    table_name text not null,
    shape jsonb not null,
    held bigint not null,
    trashed_at timestamptz not null,
    constraint field_trash_pk primary key (id)
);
comment on column ${schema}.field_trash.field is 'Null for a whole entity.';
comment on column ${schema}.field_trash.table_name is 'The present name of the table that holds the data.';
comment on column ${schema}.field_trash.shape is 'Of a field its columns, with their present names, or its link table; of an entity its fields.';
comment on column ${schema}.field_trash.held is 'How many records had a value when it was deleted.';
create index field_trash_of on ${schema}.field_trash (entity, field);
