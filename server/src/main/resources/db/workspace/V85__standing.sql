-- What a member is called by position, since when a member is leaving, and whom each reports to. The last is derived: the
-- supervisor that is named, or else the nearest head up the tree of departments. Whatever changes the tree brings it up to date.
alter table ${schema}.member
    add column job_title text,
    add column leaving_since timestamptz,
    add column reports_to uuid,
    add constraint member_reports_to foreign key (reports_to) references ${schema}.member (id);
comment on column ${schema}.member.supervisor is 'Named for this member; null follows the tree of departments.';
comment on column ${schema}.member.reports_to is 'Derived from supervisor and the heads of departments; never set by hand.';
create index member_of_reports_to on ${schema}.member (reports_to);

update ${schema}.member m
   set reports_to = coalesce(
       (select s.id from ${schema}.member s where s.id = m.supervisor and s.active),
       (select above.head
          from ${schema}.department main
          join ${schema}.department above on above.id = any (main.path)
          join ${schema}.member h on h.id = above.head and h.active
         where main.id = m.department
           and cardinality(above.path) < coalesce(
               (select min(cardinality(own.path))
                  from ${schema}.department own
                 where own.head = m.id and own.id = any (main.path)), 1000000)
         order by cardinality(above.path) desc
         limit 1));
