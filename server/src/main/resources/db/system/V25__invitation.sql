-- Links by which people become members. Only hashes of the links are kept.
create table ${schema}.invitation (
    id uuid not null,
    workspace uuid not null,
    token_hash bytea not null,
    label text,
    member uuid,
    account_name text,
    departments uuid[] not null,
    roles text[] not null,
    most int,
    used int not null,
    created_by uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    constraint invitation_pk primary key (id),
    constraint invitation_token_hash unique (token_hash),
    constraint invitation_workspace foreign key (workspace) references ${schema}.workspace (id)
);
comment on column ${schema}.invitation.member is 'Whom it is for, where the member is there already; null makes a new member of each who comes.';
comment on column ${schema}.invitation.account_name is 'Suggested to the invited person.';
comment on column ${schema}.invitation.most is 'How many may come by it; null for any number.';
create index invitation_of_workspace on ${schema}.invitation (workspace, id);
