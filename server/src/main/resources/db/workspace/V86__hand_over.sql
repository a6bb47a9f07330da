-- What passes from one member, or department, to others: one row for each hand-over, one for each kind of thing in it.
create table ${schema}.hand_over (
    id uuid not null,
    subject_kind text not null,
    subject uuid not null,
    subject_name text not null,
    actor uuid not null,
    language text not null,
    state text not null,
    ends boolean not null,
    message text,
    created_at timestamptz not null,
    finished_at timestamptz,
    constraint hand_over_pk primary key (id)
);
comment on column ${schema}.hand_over.ends is 'Whether the member is deactivated, or the department removed, at the end.';
create index hand_over_of_subject on ${schema}.hand_over (subject, id);

create table ${schema}.hand_over_part (
    hand_over uuid not null,
    place int not null,
    code text not null,
    label jsonb not null,
    fate text not null,
    successor uuid,
    total bigint not null,
    moved bigint not null,
    refused bigint not null,
    after text,
    finished boolean not null,
    problems jsonb not null,
    constraint hand_over_part_pk primary key (hand_over, code),
    constraint hand_over_part_of foreign key (hand_over) references ${schema}.hand_over (id) on delete cascade
);
comment on column ${schema}.hand_over_part.after is 'Where it goes on; null at the beginning.';
