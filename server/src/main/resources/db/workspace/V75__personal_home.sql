-- The home that a member arranged: its cards as one document. Who arranged none has no row and sees the usual one.
create table ${schema}.member_home (
    member uuid not null,
    version integer not null,
    document json not null,
    changed_at timestamptz not null,
    primary key (member),
    constraint member_home_member foreign key (member) references ${schema}.member (id)
);
