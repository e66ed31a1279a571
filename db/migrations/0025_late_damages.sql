-- What waits to be decided about an invoice's late damages, since when it is disputed, and of which invoice
-- it claims the damages: two that were due on the same day may have one each.
alter table "invoice"
  add column "of_invoice" uuid,
  add column "damages_open" bigint not null default 0,
  add column "damages_since" date,
  add column "disputed_on" date;

alter table "invoice" drop constraint "invoice_once";
create unique index "invoice_once" on "invoice"
  ("customer_id", "contract_id", "reason", "period_start", coalesce("of_invoice", "contract_id"));

create index "invoice_damages_open" on "invoice" ("damages_open") where "damages_open" > 0;
