-- The address at which another system sets a rule off. It is found by its hash, and sealed for those who build the rule.
create table ${schema}.rule_hook (
    id uuid primary key,
    rule text collate "C" not null,
    secret_hash bytea not null,
    secret text collate "C" not null,
    created_at timestamptz not null
);
create unique index rule_hook_rule on ${schema}.rule_hook (rule);
create unique index rule_hook_secret on ${schema}.rule_hook (secret_hash);

-- What last came to those addresses, and what became of it: few of each rule, for who has to mend what comes.
create table ${schema}.hook_delivery (
    id uuid primary key,
    rule text collate "C" not null,
    at timestamptz not null,
    result text collate "C" not null,
    entity text collate "C" not null,
    record uuid,
    message jsonb,
    body text collate "C"
);
create index hook_delivery_newest on ${schema}.hook_delivery (rule, id);
create index hook_delivery_record on ${schema}.hook_delivery (record) where record is not null;
