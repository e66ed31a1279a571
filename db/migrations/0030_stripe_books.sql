-- Stripe's books beside ours: a payout is fetched page by page from where it stopped, its lines are matched to
-- refunds and disputes too, and what was paid back by the bank is noted.
alter table "payout"
  add column "automatic" boolean not null default true,
  add column "cursor" text,
  add column "is_whole" boolean not null default true,
  add column "returned_on" date;

alter table "payout_line"
  add column "charge_id" text,
  add column "subject_id" uuid;
create index "payout_line_payment" on "payout_line" using btree ("payment_id");
create index "payout_line_subject" on "payout_line" using btree ("subject_id");
create index "payout_line_source" on "payout_line" using btree ("source_id");

-- Rows of Stripe's balance that a dispute has booked.
alter table "dispute" add column "lines" jsonb not null default '[]';

-- What Stripe and the portal tell differently, as the nightly comparison found it.
create table "stripe_break" (
  "break_id" text primary key not null,
  "kind" text not null,
  "subject" text not null,
  "customer_id" uuid,
  "invoice_id" uuid,
  "amount" bigint not null,
  "happened_at" timestamp with time zone not null,
  "found_at" timestamp with time zone not null,
  "seen_at" timestamp with time zone not null,
  "resolved_at" timestamp with time zone
);
create index "stripe_break_open" on "stripe_break" using btree ("found_at") where "resolved_at" is null;

-- When work that recurs was last begun, so that of many workers one does it.
create table "recurring_work" (
  "name" text primary key not null,
  "begun_at" timestamp with time zone not null,
  "done_at" timestamp with time zone
);

grant select on stripe_break to portal_staff, portal_engine;
grant insert, update on stripe_break to portal_engine;
grant select, insert, update on recurring_work to portal_engine;
grant delete on payout_line to portal_engine;
