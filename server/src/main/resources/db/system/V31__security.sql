-- How strict workspaces are about who comes in, and what that needs to know of passwords and keys.

create table ${schema}.workspace_security (
    workspace uuid not null,
    settings jsonb not null,
    version bigint not null,
    constraint workspace_security_pk primary key (workspace),
    constraint workspace_security_workspace foreign key (workspace) references ${schema}.workspace (id)
);
comment on table ${schema}.workspace_security is 'Beside the workspaces and not inside them: asked before anybody is in one.';

alter table ${schema}.account add column password_set_at timestamptz;
update ${schema}.account set password_set_at = created_at;
alter table ${schema}.account alter column password_set_at set not null;

create table ${schema}.password_history (
    account uuid not null,
    set_at timestamptz not null,
    password text not null,
    constraint password_history_pk primary key (account, set_at),
    constraint password_history_account foreign key (account) references ${schema}.account (id)
);
comment on table ${schema}.password_history is 'Hashes of former passwords; set_at is when they were replaced.';

alter table ${schema}.api_key add column addresses text[] not null default '{}';
comment on column ${schema}.api_key.addresses is 'From which network addresses it may be used; empty for all that its workspace allows.';
