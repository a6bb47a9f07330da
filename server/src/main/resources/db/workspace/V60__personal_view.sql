-- Views that a member keeps for itself: the same documents as the definitions of kind view, seen by nobody else.
create table ${schema}.personal_view (
    member uuid not null,
    code text not null,
    entity text not null,
    document json not null,
    created_at timestamptz not null,
    primary key (member, code),
    constraint personal_view_member foreign key (member) references ${schema}.member (id)
);

-- The view that a member's list of an entity opens with. One that is gone counts as none.
create table ${schema}.usual_view (
    member uuid not null,
    entity text not null,
    view text not null,
    primary key (member, entity),
    constraint usual_view_member foreign key (member) references ${schema}.member (id)
);

-- When a member last looked at the records of an entity, and since when what others changed is news: one row each, whatever
-- the number of records.
create table ${schema}.entity_visit (
    member uuid not null,
    entity text not null,
    seen_at timestamptz not null,
    since timestamptz,
    primary key (member, entity),
    constraint entity_visit_member foreign key (member) references ${schema}.member (id)
);
