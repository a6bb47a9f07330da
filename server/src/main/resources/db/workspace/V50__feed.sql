-- The feed: one row for each record that a transaction changed.
-- tx is the transaction's number: readers take whole transactions below the oldest one still running, so none is missed.
create table ${schema}.change (
  at timestamptz not null,
  id uuid not null,
  tx bigint not null,
  entity text not null,
  record uuid not null,
  version integer not null,
  kind text not null,
  origin text not null,
  actor uuid,
  batch uuid,
  causes jsonb,
  before jsonb,
  after jsonb,
  primary key (at, id)
) partition by range (at);

create index change_record on ${schema}.change (record, at);
create index change_batch on ${schema}.change (batch, at) where batch is not null;
create index change_tx on ${schema}.change using brin (tx) with (pages_per_range = 16, autosummarize = on);

-- Catches what no month's partition takes: clocks far off, and the time before the first month is made.
create table ${schema}.change_other partition of ${schema}.change default;

-- How far each reader of the feed has come: it works through the transactions in [from_tx, until_tx) in the order of (at, id).
create table ${schema}.feed_position (
  reader text primary key,
  from_tx bigint not null,
  until_tx bigint not null,
  at timestamptz,
  id uuid,
  handled bigint not null default 0
);

-- Changes that belong together and can be undone together: an import, a bulk edit, an undo.
create table ${schema}.batch (
  id uuid primary key,
  origin text not null,
  entity text not null,
  actor uuid,
  at timestamptz not null,
  records bigint not null default 0,
  undone_by uuid,
  undone_at timestamptz,
  -- how far an undo has come
  cursor_at timestamptz,
  cursor_id uuid
);
