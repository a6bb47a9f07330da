-- Definitions, their drafts and their history. Documents are json, not jsonb: the order in which a person wrote the
-- properties is kept, and nothing filters by what is inside.

create table ${schema}.definition_head (
    id smallint not null,
    revision bigint not null,
    constraint definition_head_pk primary key (id),
    constraint definition_head_one check (id = 1)
);
comment on table ${schema}.definition_head is 'One row: the published revision. A publish holds it locked.';
insert into ${schema}.definition_head (id, revision) values (1, 0);

create table ${schema}.definition_version (
    id smallint not null,
    version bigint not null,
    constraint definition_version_pk primary key (id),
    constraint definition_version_one check (id = 1)
);
comment on table ${schema}.definition_version is 'One row: the version of the last draft saved. A row of its own, since saving must not wait for a publish.';
insert into ${schema}.definition_version (id, version) values (1, 0);

create table ${schema}.definition (
    kind text not null,
    code text not null,
    body json not null,
    version bigint not null,
    revision bigint not null,
    deleted_at timestamptz,
    deleted_by uuid,
    constraint definition_pk primary key (kind, code)
);
comment on table ${schema}.definition is 'What is published; with deleted_at, what lies in the trash.';

create table ${schema}.definition_draft (
    kind text not null,
    code text not null,
    app text,
    body json,
    base bigint not null,
    version bigint not null,
    changed_by uuid,
    changed_at timestamptz not null,
    constraint definition_draft_pk primary key (kind, code)
);
comment on column ${schema}.definition_draft.body is 'Null: the definition is to be deleted.';
comment on column ${schema}.definition_draft.base is 'The revision that was published when the draft was begun.';

create table ${schema}.revision (
    number bigint not null,
    published_at timestamptz not null,
    published_by uuid,
    changes int not null,
    steps json not null,
    finished_at timestamptz,
    constraint revision_pk primary key (number)
);
comment on column ${schema}.revision.steps is 'By publish part: what was done. finished_at is null until all that runs after the commit is through.';

create table ${schema}.definition_revision (
    kind text not null,
    code text not null,
    revision bigint not null,
    body json,
    version bigint not null,
    constraint definition_revision_pk primary key (kind, code, revision)
);
comment on table ${schema}.definition_revision is 'What each revision changed; body is null where it deleted.';
create index definition_revision_number on ${schema}.definition_revision (revision);

create table ${schema}.app_installation (
    app text not null,
    template text,
    version text,
    installed_at timestamptz not null,
    installed_by uuid,
    sample_batch uuid,
    constraint app_installation_pk primary key (app)
);

create table ${schema}.app_base (
    kind text not null,
    code text not null,
    app text not null,
    body json not null,
    constraint app_base_pk primary key (kind, code)
);
comment on table ${schema}.app_base is 'Each definition as its template brought it: the base of the three-way merge of an upgrade.';
