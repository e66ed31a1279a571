-- What several processes share: how often something was tried, and what a process asks before it says
-- that it is ready.

-- Lost in a crash of the server, which gives everybody a fresh start and saves the log of writes.
CREATE UNLOGGED TABLE "rate_limit" (
  "bucket" text PRIMARY KEY NOT NULL,
  "full_at" timestamp with time zone NOT NULL
);
CREATE INDEX "rate_limit_full" ON "rate_limit" USING btree ("full_at");
grant select, insert, update, delete on rate_limit to portal_engine;

grant select on portal_migration to portal_engine;

-- Counted at every scrape of the metrics; seldom written, since few effects come to such a state.
CREATE INDEX "effect_attention" ON "effect" USING btree ("state") WHERE state in ('unknown', 'dead', 'unresolved');
