-- Who exists: accounts, workspaces, which account is a member where, sessions and API keys.

create table ${schema}.account (
    id uuid not null,
    name text not null,
    name_key text not null,
    password text not null,
    admin boolean not null,
    active boolean not null,
    created_at timestamptz not null,
    constraint account_pk primary key (id),
    constraint account_name_key unique (name_key)
);
comment on column ${schema}.account.name_key is 'The name as it is compared: normalised and in lower case.';
comment on column ${schema}.account.admin is 'May administer the installation: make workspaces.';

create table ${schema}.workspace (
    id uuid not null,
    name text not null,
    schema_name text not null,
    zone text not null,
    language text not null,
    created_at timestamptz not null,
    constraint workspace_pk primary key (id),
    constraint workspace_schema_name unique (schema_name)
);

create table ${schema}.membership (
    account uuid not null,
    workspace uuid not null,
    member uuid not null,
    active boolean not null,
    entered_at timestamptz,
    constraint membership_pk primary key (account, workspace),
    constraint membership_account foreign key (account) references ${schema}.account (id),
    constraint membership_workspace foreign key (workspace) references ${schema}.workspace (id)
);
comment on table ${schema}.membership is 'Where an account is a member; the member itself is a row of that workspace.';
comment on column ${schema}.membership.entered_at is 'When the account last chose this workspace.';
create index membership_member on ${schema}.membership (member);
create index membership_of_workspace on ${schema}.membership (workspace);

create table ${schema}.session (
    id uuid not null,
    token_hash bytea not null,
    account uuid not null,
    workspace uuid not null,
    member uuid not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    address text not null,
    agent text not null,
    constraint session_pk primary key (id),
    constraint session_token_hash unique (token_hash),
    constraint session_account foreign key (account) references ${schema}.account (id)
);
create index session_of_account on ${schema}.session (account);
create index session_expires on ${schema}.session (expires_at);

create table ${schema}.api_key (
    id uuid not null,
    hash bytea not null,
    prefix text not null,
    name text not null,
    workspace uuid not null,
    member uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    used_at timestamptz,
    revoked_at timestamptz,
    constraint api_key_pk primary key (id),
    constraint api_key_hash unique (hash),
    constraint api_key_workspace foreign key (workspace) references ${schema}.workspace (id)
);
create index api_key_of_member on ${schema}.api_key (member);
create index api_key_of_workspace on ${schema}.api_key (workspace);

create table ${schema}.sign_in_failure (
    kind text not null,
    subject text not null,
    failures int not null,
    failed_at timestamptz not null,
    wait_until timestamptz not null,
    constraint sign_in_failure_pk primary key (kind, subject)
);
comment on table ${schema}.sign_in_failure is 'Failed tries since the last success, per account name and per network address.';
create index sign_in_failure_age on ${schema}.sign_in_failure (failed_at);
