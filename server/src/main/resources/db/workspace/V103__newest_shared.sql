-- When a shared record was made stands beside its share, so that the newest ones are found without a look at all of them.
alter table ${schema}.record_share add column record_at timestamptz;

do $$
declare
    shared text;
begin
    for shared in select distinct entity from ${schema}.record_share loop
        if to_regclass(format('${schema}.%I', shared)) is not null then
            execute format(
                'update ${schema}.record_share s set record_at = r.created_at from ${schema}.%I r where r.id = s.record and s.entity = %L',
                shared, shared);
        end if;
    end loop;
end $$;

-- Of what is in the trash with its entity.
update ${schema}.record_share set record_at = shared_at where record_at is null;

alter table ${schema}.record_share alter column record_at set not null;
drop index ${schema}.record_share_of_principal;
create index record_share_of_principal on ${schema}.record_share (principal, entity, record_at desc, record) include (below, level, until);
