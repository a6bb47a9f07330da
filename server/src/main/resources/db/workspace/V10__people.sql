-- The people of a workspace: members, the tree of departments, groups.

create table ${schema}.department (
    id uuid not null,
    name text not null,
    parent uuid,
    path uuid[] not null,
    head uuid,
    position int not null,
    version bigint not null,
    created_at timestamptz not null,
    constraint department_pk primary key (id),
    constraint department_parent foreign key (parent) references ${schema}.department (id),
    constraint department_name unique nulls not distinct (parent, name)
);
comment on column ${schema}.department.path is 'From the root down to the department itself: "and below" is whose path holds it.';
create index department_path on ${schema}.department using gin (path);

create table ${schema}.member (
    id uuid not null,
    name text not null,
    account uuid,
    language text,
    supervisor uuid,
    department uuid,
    admin boolean not null,
    active boolean not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint member_pk primary key (id),
    constraint member_account unique (account),
    constraint member_supervisor foreign key (supervisor) references ${schema}.member (id),
    constraint member_department_main foreign key (department) references ${schema}.department (id)
);
comment on column ${schema}.member.language is 'Null follows the browser.';
comment on column ${schema}.member.department is 'The main department; it is also among those of member_department.';
create index member_of_supervisor on ${schema}.member (supervisor);
create index member_name on ${schema}.member (name);

alter table ${schema}.department
    add constraint department_head foreign key (head) references ${schema}.member (id);

create table ${schema}.member_department (
    member uuid not null,
    department uuid not null,
    constraint member_department_pk primary key (member, department),
    constraint member_department_member foreign key (member) references ${schema}.member (id),
    constraint member_department_department foreign key (department) references ${schema}.department (id)
);
create index member_department_of_department on ${schema}.member_department (department);

create table ${schema}.member_group (
    id uuid not null,
    name text not null,
    version bigint not null,
    created_at timestamptz not null,
    constraint member_group_pk primary key (id),
    constraint member_group_name unique (name)
);

create table ${schema}.member_group_member (
    member_group uuid not null,
    member uuid not null,
    constraint member_group_member_pk primary key (member_group, member),
    constraint member_group_member_group foreign key (member_group) references ${schema}.member_group (id) on delete cascade,
    constraint member_group_member_member foreign key (member) references ${schema}.member (id)
);
create index member_group_member_of_member on ${schema}.member_group_member (member);
