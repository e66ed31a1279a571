-- Daily signed roots over the heads of all hash chains. They cover every customer at once, so that no
-- tenant reads them; rows are added and never changed.
create table chain_root (
  day date primary key,
  machines integer not null,
  root text not null,
  signature text not null,
  made_at timestamptz not null
);
create table chain_root_head (
  customer_id uuid not null,
  machine_id uuid not null,
  day date not null,
  seq integer not null,
  hash text not null,
  primary key (customer_id, machine_id, day)
);
create index chain_root_head_day on chain_root_head (day, customer_id, machine_id);
create trigger append_only before update or delete on chain_root
  for each row execute function refuse_change();
create trigger append_only before update or delete on chain_root_head
  for each row execute function refuse_change();
grant select, insert on chain_root, chain_root_head to portal_engine;
grant select on chain_root, chain_root_head to portal_staff;
