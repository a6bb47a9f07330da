-- Which roles a member has: codes of published definitions of kind role. A code whose role is gone gives nothing.
create table ${schema}.member_role (
    member uuid not null,
    role text not null,
    constraint member_role_pk primary key (member, role),
    constraint member_role_member foreign key (member) references ${schema}.member (id)
);
create index member_role_of_role on ${schema}.member_role (role);
