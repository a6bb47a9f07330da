-- The audit log: who did what that a company must be able to prove. Rows come unsealed, in the transaction of what they tell of;
-- a job gives them their number in the chain and a hash over the one before and themselves.
-- tx is the transaction's number, so that sealing waits for those still running, as readers of the feed do.
create table ${schema}.audit_entry (
  at timestamptz not null,
  id uuid not null,
  tx bigint not null,
  action text collate "C" not null,
  origin text collate "C" not null,
  member uuid,
  name text,
  via text,
  address text,
  kind text collate "C",
  object text collate "C",
  title text,
  detail text not null,
  seq bigint,
  hash bytea,
  primary key (at, id)
) partition by range (at);
comment on column ${schema}.audit_entry.detail is 'JSON as text: the hash is over these very characters.';

create index audit_seq on ${schema}.audit_entry (seq) where seq is not null;
create index audit_unsealed on ${schema}.audit_entry (tx) where seq is null;
create index audit_member on ${schema}.audit_entry (member, at desc, id desc);
create index audit_object on ${schema}.audit_entry (object, at desc, id desc);
create index audit_action on ${schema}.audit_entry (action, at desc, id desc);

create table ${schema}.audit_entry_other partition of ${schema}.audit_entry default;
