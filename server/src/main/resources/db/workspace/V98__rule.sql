-- What is kept of rules beside their definitions.

-- How it stands with a published rule: nothing that happened before since sets it off.
create table ${schema}.rule_state (
  rule text collate "C" primary key,
  since timestamptz not null,
  -- false: an administrator switched it off, whatever its definition says
  switched_on boolean not null default true
);

-- One run of a rule: for one record, or for several as a set. key makes it one: the change, the call or the period it is for.
create table ${schema}.rule_run (
  id uuid primary key,
  rule text collate "C" not null,
  key text collate "C" not null,
  entity text collate "C" not null,
  records uuid[] not null,
  state text collate "C" not null,
  -- the code of the step that comes next; null after the last
  step text collate "C",
  due timestamptz not null,
  tries integer not null default 0,
  actor uuid,
  causes jsonb not null,
  before jsonb,
  after jsonb,
  -- of a run for one of many records that a step of another goes through
  parent uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  message jsonb,
  cycle jsonb,
  log jsonb not null,
  constraint rule_run_once unique (rule, key)
);
create index rule_run_due on ${schema}.rule_run (due, id) where state = 'waiting';
create index rule_run_due_of_rule on ${schema}.rule_run (rule, due, id) where state = 'waiting';
create index rule_run_newest on ${schema}.rule_run (rule, id desc);
create index rule_run_record on ${schema}.rule_run using gin (records);
create index rule_run_parent on ${schema}.rule_run (parent) where parent is not null;
create index rule_run_finished on ${schema}.rule_run (finished_at) where finished_at is not null;

-- How often a rule ran in an hour or on a day, where it has a limit.
create table ${schema}.rule_count (
  rule text collate "C" not null,
  period text collate "C" not null,
  runs integer not null,
  primary key (rule, period)
);

-- Whose turn it was last where things are assigned in turn; locked while somebody is chosen.
create table ${schema}.assign_turn (
  place text collate "C" primary key,
  last uuid
);
