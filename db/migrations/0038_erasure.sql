-- What a customer said and handed in is append-only as long as its contract lives. Once the contract has ended,
-- the erasure takes it away (and nothing else can): within a transaction that says so.
create function refuse_change_but_erasure() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('app.erasing', true) = 'on' then
    return old;
  end if;
  raise exception 'rows of % are append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

do $$
declare
  erased_table text;
begin
  foreach erased_table in array array['device_site', 'device_note', 'matter_note', 'matter_value'] loop
    execute format('drop trigger append_only on %I', erased_table);
    execute format(
      'create trigger append_only before update or delete on %I
         for each row execute function refuse_change_but_erasure()',
      erased_table);
    execute format('grant delete on %I to portal_engine', erased_table);
  end loop;
end $$;

create trigger kept_until_erasure before delete on stored_file
  for each row execute function refuse_change_but_erasure();
grant delete on stored_file to portal_engine;
