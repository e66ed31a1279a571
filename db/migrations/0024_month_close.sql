-- Closing a month: list columns of its machines, which run under the operator's own id, and what keeps
-- a closed month as it was stated.
CREATE TABLE "month_close" (
  "customer_id" uuid NOT NULL,
  "month_id" uuid NOT NULL,
  "month" text NOT NULL,
  "status" text NOT NULL,
  "first_day" date NOT NULL,
  "last_day" date NOT NULL,
  "explanations" jsonb NOT NULL,
  "closings" jsonb NOT NULL,
  "changed_at" timestamp with time zone NOT NULL,
  CONSTRAINT "month_close_pk" PRIMARY KEY ("customer_id", "month_id"),
  CONSTRAINT "month_close_month" UNIQUE ("customer_id", "month")
);
alter table month_close enable row level security;
alter table month_close force row level security;
create policy tenant on month_close to portal_app
  using (customer_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (customer_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy engine on month_close to portal_engine using (true) with check (true);
create policy staff on month_close for select to portal_staff using (true);
grant select on month_close to portal_app, portal_staff, portal_engine;
grant insert, update on month_close to portal_engine;

-- The day on which a booking counts (起算日), where its month was closed and another day had to be booked.
alter table ledger_transaction add column value_day date;

-- A month is read in this order, a page after the other.
drop index ledger_transaction_day;
create index ledger_transaction_day on ledger_transaction (day, customer_id, transaction_id);

-- The last day of all closed months. A booking that waits here behind a closing sees what that has left:
-- bookings share the lock, a closing has it alone, so that what is under way is stated or comes after it.
create function ledger_closed_to() returns date language plpgsql as $$
declare
  closed_to date;
begin
  perform pg_advisory_xact_lock_shared(727003);
  select max(last_day) into closed_to from month_close where status = 'closed';
  return closed_to;
end $$;

-- What comes late is booked on the first open day and keeps the day on which it counts: it never fails
-- because a month is closed. Whoever gives both days means the closed one, and is refused.
create function book_in_open_month() returns trigger language plpgsql as $$
declare
  closed_to date := ledger_closed_to();
begin
  if new.day <= closed_to then
    if new.value_day is not null then
      raise exception 'the books are closed up to %', closed_to using errcode = 'restrict_violation';
    end if;
    new.value_day := new.day;
    new.day := closed_to + 1;
  end if;
  return new;
end $$;
create trigger book_in_open_month before insert on ledger_transaction
  for each row execute function book_in_open_month();

-- An entry that is added to a transaction later would change the month of that transaction.
create function refuse_entry_in_closed_month() returns trigger language plpgsql as $$
declare
  closed_to date := ledger_closed_to();
begin
  if closed_to is not null and exists (
    select from added a join ledger_transaction t
      on t.customer_id = a.customer_id and t.transaction_id = a.transaction_id
    where t.day <= closed_to
  ) then
    raise exception 'the books are closed up to %', closed_to using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger refuse_entry_in_closed_month after insert on ledger_entry
  referencing new table as added for each statement execute function refuse_entry_in_closed_month();
