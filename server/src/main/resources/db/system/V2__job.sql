-- The table of db-scheduler (its columns are given by it), one row per job that is due now or later.
create table ${schema}.job (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    constraint job_pk primary key (task_name, task_instance)
);
create index job_due on ${schema}.job (execution_time);
create index job_heartbeat on ${schema}.job (last_heartbeat);
