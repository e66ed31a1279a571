-- A unique index over all customers would tell one of them what another has: the key by customer is enough.
alter table "stripe_customer" drop constraint "stripe_customer_stripe_customer_id_key";
create index "stripe_customer_id" on "stripe_customer" using btree ("stripe_customer_id");
