-- Secrets that are sealed with a key outside the database, and the second factor of sign-in.

create table ${schema}.secret_key (
    id text not null,
    constraint secret_key_pk primary key (id)
);
comment on table ${schema}.secret_key is 'The ids of the keys with which something may be sealed; never the keys.';

create table ${schema}.second_factor (
    account uuid not null,
    secret text not null,
    begun_at timestamptz not null,
    confirmed_at timestamptz,
    last_step bigint not null,
    failures int not null,
    constraint second_factor_pk primary key (account),
    constraint second_factor_account foreign key (account) references ${schema}.account (id)
);
comment on column ${schema}.second_factor.secret is 'Sealed.';
comment on column ${schema}.second_factor.confirmed_at is 'Null until a first code proved that the phone has the secret.';
comment on column ${schema}.second_factor.last_step is 'The half minute of the last code that was accepted: none up to it is accepted again.';
comment on column ${schema}.second_factor.failures is 'Wrong codes since the last right one.';

create table ${schema}.recovery_code (
    account uuid not null,
    hash bytea not null,
    used_at timestamptz,
    constraint recovery_code_pk primary key (account, hash),
    constraint recovery_code_account foreign key (account) references ${schema}.account (id)
);

create table ${schema}.sign_in_challenge (
    token_hash bytea not null,
    account uuid not null,
    workspace uuid,
    expires_at timestamptz not null,
    constraint sign_in_challenge_pk primary key (token_hash),
    constraint sign_in_challenge_account foreign key (account) references ${schema}.account (id)
);
comment on table ${schema}.sign_in_challenge is 'Who gave the right password a moment ago and still has to give a code.';
create index sign_in_challenge_expires on ${schema}.sign_in_challenge (expires_at);
