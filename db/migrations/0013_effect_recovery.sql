-- What the outcome of an effect depends on after a lost answer: since when the provider may have done it
-- (wall clock), under which of its keys, and when it was last looked up there.
alter table effect add column key_since timestamptz;
alter table effect add column key_number integer not null default 1;
alter table effect add column looked_up_at timestamptz;

-- One index for the staff's page and for the round that goes through what is open.
drop index effect_open;
create index effect_open on effect (at, customer_id, machine_id, seq, n)
  where state in ('pending', 'unknown', 'unresolved', 'dead');

-- Jobs are found by the key of what they work; those made before this had none.
update pgboss.job set singleton_key = concat_ws('/', data->>'customerId', data->>'machineId', data->>'seq', data->>'n')
  where name = 'effect' and state < 'completed' and singleton_key is null;
update pgboss.job set singleton_key = concat_ws('/', data->>'provider', data->>'eventId')
  where name = 'inbox' and state < 'completed' and singleton_key is null;
