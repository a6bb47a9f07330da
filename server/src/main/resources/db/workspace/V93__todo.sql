-- What members have to do. Key tells apart those that programs make, so that none is made twice. Next_reminder is what a reminder
-- or a snooze leaves to be done, null when nothing is.
create table ${schema}.todo (
    id uuid primary key,
    key text collate "C",
    assignee uuid not null,
    title text collate "C" not null,
    note text collate "C",
    entity text collate "C",
    record uuid,
    due timestamptz,
    remind timestamptz,
    snoozed timestamptz,
    next_reminder timestamptz,
    done_at timestamptz,
    done_by uuid,
    source text collate "C" not null,
    made_by uuid,
    given_by uuid,
    created_at timestamptz not null,
    constraint todo_assignee foreign key (assignee) references ${schema}.member (id)
);
create unique index todo_key on ${schema}.todo (key) where key is not null;
create index todo_open on ${schema}.todo (assignee, due, id) where done_at is null;
create index todo_done on ${schema}.todo (assignee, done_at) where done_at is not null;
create index todo_made on ${schema}.todo (made_by);
create index todo_given on ${schema}.todo (given_by);
create index todo_record on ${schema}.todo (record) where record is not null;
create index todo_reminder on ${schema}.todo (next_reminder) where next_reminder is not null;
