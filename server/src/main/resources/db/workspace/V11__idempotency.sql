-- Answers kept under the Idempotency-Key of their requests, written in the transaction of their effect.
create table ${schema}.idempotency (
    caller uuid not null,
    key text not null,
    fingerprint text not null,
    status int,
    answer text,
    created_at timestamptz not null,
    constraint idempotency_pk primary key (caller, key)
);
comment on column ${schema}.idempotency.status is 'Null only inside the transaction that is making the answer.';
create index idempotency_age on ${schema}.idempotency (created_at);
