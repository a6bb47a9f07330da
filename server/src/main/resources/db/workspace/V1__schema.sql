-- The first version of every workspace's schema. Modules bring their tables in their own ranges of numbers.
create table ${schema}.counter (
    name text not null,
    value bigint not null,
    constraint counter_pk primary key (name)
);
comment on table ${schema}.counter is 'Human numbers: the last one given, one row per series.';
