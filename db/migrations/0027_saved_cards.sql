-- Saved cards: the list columns of their machines, the consents under which they were saved, and the one
-- customer at Stripe that they belong to. A payment names the card that it charges.
CREATE TABLE "card" (
  "customer_id" uuid NOT NULL,
  "card_id" uuid NOT NULL,
  "status" text NOT NULL,
  "session_id" text,
  "method_id" text,
  "brand" text,
  "last4" text,
  "exp_month" integer,
  "exp_year" integer,
  "saved_at" timestamp with time zone,
  "ended_on" date,
  "changed_at" timestamp with time zone NOT NULL,
  CONSTRAINT "card_pk" PRIMARY KEY ("customer_id", "card_id")
);
CREATE INDEX "card_status" ON "card" USING btree ("customer_id", "status");
CREATE INDEX "card_method" ON "card" USING btree ("method_id");

CREATE TABLE "card_consent" (
  "customer_id" uuid NOT NULL,
  "card_id" uuid NOT NULL,
  "text_version" text NOT NULL,
  "wording" text NOT NULL,
  "consented_at" timestamp with time zone NOT NULL,
  "user_id" text NOT NULL,
  "ip_address" text NOT NULL,
  CONSTRAINT "card_consent_pk" PRIMARY KEY ("customer_id", "card_id")
);

CREATE TABLE "stripe_customer" (
  "customer_id" uuid PRIMARY KEY NOT NULL,
  "stripe_customer_id" text UNIQUE,
  "key_number" integer NOT NULL,
  "key_since" timestamp with time zone NOT NULL
);

do $$
declare
  one text;
begin
  foreach one in array array['card', 'card_consent', 'stripe_customer'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format($policy$create policy tenant on %I to portal_app
      using (customer_id = nullif(current_setting('app.tenant', true), '')::uuid)
      with check (customer_id = nullif(current_setting('app.tenant', true), '')::uuid)$policy$, one);
    execute format('create policy engine on %I to portal_engine using (true) with check (true)', one);
    execute format('create policy staff on %I for select to portal_staff using (true)', one);
    execute format('grant select on %I to portal_app, portal_staff, portal_engine', one);
    execute format('grant insert on %I to portal_engine', one);
  end loop;
end $$;
grant update on card, stripe_customer to portal_engine;

create trigger append_only before update or delete on card_consent
  for each row execute function refuse_change();

alter table "payment" add column "card_id" uuid;
