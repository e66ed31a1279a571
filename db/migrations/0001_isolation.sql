-- Row-level security, grants and the append-only tables. Roles are made by the migrator, since
-- they belong to the whole server.

create sequence customer_number start 1;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'customer', 'registration', 'order_form', 'consent', 'audit', 'machine', 'machine_event', 'timer',
    'effect', 'contract', 'option', 'quote', 'invoice', 'payment', 'ledger_transaction', 'ledger_entry'
  ] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy tenant on %I to portal_app
         using (customer_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)
         with check (customer_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)',
      tenant_table);
    execute format('create policy engine on %I to portal_engine using (true) with check (true)', tenant_table);
    execute format('create policy staff on %I for select to portal_staff using (true)', tenant_table);
    execute format('grant select on %I to portal_app, portal_staff, portal_engine', tenant_table);
  end loop;

  -- What one tenant's session may write by itself: its order form and refusals. All else is the engine's.
  grant insert, update, delete on order_form to portal_app;
  grant insert on audit to portal_app;
  -- A customer is made when its first owner signs up, before there is a machine.
  grant insert, update on customer, registration, order_form to portal_engine;
  grant insert on consent, audit, quote, machine_event, ledger_transaction, ledger_entry to portal_engine;
  grant insert, update on machine, contract, option, invoice, payment to portal_engine;
  grant insert, update, delete on timer, effect to portal_engine;
  grant usage on sequence customer_number to portal_engine;
end $$;

create trigger append_only before update or delete on machine_event
  for each row execute function refuse_change();
create trigger append_only before update or delete on ledger_transaction
  for each row execute function refuse_change();
create trigger append_only before update or delete on ledger_entry
  for each row execute function refuse_change();
create trigger append_only before update or delete on audit
  for each row execute function refuse_change();
create trigger append_only before update or delete on consent
  for each row execute function refuse_change();
create trigger append_only before update or delete on quote
  for each row execute function refuse_change();

-- Double entry: what a transaction's entries debit they credit, checked at commit.
alter table ledger_entry add constraint ledger_entry_one_sided
  check (debit >= 0 and credit >= 0 and (debit = 0) <> (credit = 0));
create function ledger_must_balance() returns trigger language plpgsql as $$
declare
  difference bigint;
begin
  select coalesce(sum(debit) - sum(credit), 0) into difference
    from ledger_entry
    where customer_id = new.customer_id and transaction_id = new.transaction_id;
  if difference <> 0 then
    raise exception 'ledger transaction % is out of balance by % yen', new.transaction_id, difference
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger balanced after insert on ledger_entry
  deferrable initially deferred for each row execute function ledger_must_balance();

-- Operator-wide tables: no tenant column to hide behind, so grants do the work.
grant select on menu, terms_version, portal_clock to portal_app, portal_staff, portal_engine;
grant insert, update on menu, terms_version, portal_clock to portal_engine;
grant select on payout, payout_line, inbox to portal_staff, portal_engine;
grant insert, update on payout, payout_line, inbox to portal_engine;
