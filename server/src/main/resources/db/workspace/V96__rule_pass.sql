-- How far each timed rule has looked: thresholds up to through are done. Where until is set, those after through and up to it
-- are being worked at: phase and place say where.
create table ${schema}.rule_pass (
  rule text collate "C" primary key,
  through timestamptz not null,
  until timestamptz,
  phase integer not null default 0,
  place_at text collate "C",
  place_id uuid
);
