-- Why a message was not sent, in both languages where it is us who say it: what was kept is of one, and stands for both.
alter table ${schema}.message alter column error type jsonb
    using case when error is null then null else jsonb_build_object('zh', error) end;
