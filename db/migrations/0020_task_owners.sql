-- Who of the staff has taken a task. What the tasks are follows from the machines' states.
CREATE TABLE "task_owner" (
  "customer_id" uuid NOT NULL,
  "kind" text NOT NULL,
  "subject" text NOT NULL,
  "owner_id" text,
  "assigned_by" text NOT NULL,
  "assigned_at" timestamp with time zone NOT NULL,
  CONSTRAINT "task_owner_pk" PRIMARY KEY ("customer_id", "kind", "subject")
);
CREATE INDEX "task_owner_subject" ON "task_owner" USING btree ("subject");

alter table task_owner enable row level security;
alter table task_owner force row level security;
create policy tenant on task_owner to portal_app
  using (customer_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (customer_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy engine on task_owner to portal_engine using (true) with check (true);
create policy staff on task_owner for select to portal_staff using (true);
grant select on task_owner to portal_app, portal_staff, portal_engine;
grant insert, update on task_owner to portal_engine;
