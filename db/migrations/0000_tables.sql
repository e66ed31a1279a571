CREATE TABLE "contract" (
	"customer_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"number" text,
	"status" text NOT NULL,
	"exit" text NOT NULL,
	"menu_code" text,
	"annual_price" bigint,
	"wished_start" date,
	"proposed_start" date,
	"start_day" date,
	"term_start" date,
	"term_end" date,
	"end_day" date,
	"end_cause" text,
	"maintenance_verified" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contract_customer_id_contract_id_pk" PRIMARY KEY("customer_id","contract_id")
);
--> statement-breakpoint
CREATE TABLE "option" (
	"customer_id" uuid NOT NULL,
	"option_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"menu_code" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"annual_price" bigint NOT NULL,
	"start_day" date,
	"end_day" date,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "option_customer_id_option_id_pk" PRIMARY KEY("customer_id","option_id")
);
--> statement-breakpoint
CREATE TABLE "quote" (
	"customer_id" uuid NOT NULL,
	"quote_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"number" text NOT NULL,
	"quoted_at" timestamp with time zone NOT NULL,
	"quoted_day" date NOT NULL,
	"valid_until" date NOT NULL,
	"lines" jsonb NOT NULL,
	"taxes" jsonb NOT NULL,
	"subtotal" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"total" bigint NOT NULL,
	CONSTRAINT "quote_customer_id_quote_id_pk" PRIMARY KEY("customer_id","quote_id")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"customer_id" uuid NOT NULL,
	"audit_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" jsonb NOT NULL,
	"action" text NOT NULL,
	"outcome" text NOT NULL,
	"machine_id" uuid,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "audit_customer_id_audit_id_pk" PRIMARY KEY("customer_id","audit_id")
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"customer_id" uuid NOT NULL,
	"consent_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"terms_version" text NOT NULL,
	"consented_at" timestamp with time zone NOT NULL,
	"user_id" text NOT NULL,
	"ip_address" text NOT NULL,
	CONSTRAINT "consent_customer_id_consent_id_pk" PRIMARY KEY("customer_id","consent_id")
);
--> statement-breakpoint
CREATE TABLE "customer" (
	"customer_id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"locale" text DEFAULT 'ja' NOT NULL,
	"contract_counter" integer DEFAULT 0 NOT NULL,
	"invoice_counter" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "customer_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "order_form" (
	"customer_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"form" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" text NOT NULL,
	CONSTRAINT "order_form_customer_id_contract_id_pk" PRIMARY KEY("customer_id","contract_id")
);
--> statement-breakpoint
CREATE TABLE "registration" (
	"customer_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"contract_id" uuid,
	"registered_at" timestamp with time zone NOT NULL,
	"company_name" text NOT NULL,
	"company_name_kana" text NOT NULL,
	"representative" text NOT NULL,
	"postal_code" text NOT NULL,
	"prefecture" text NOT NULL,
	"city" text NOT NULL,
	"street" text NOT NULL,
	"phone" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_email" text NOT NULL,
	CONSTRAINT "registration_customer_id_registration_id_pk" PRIMARY KEY("customer_id","registration_id")
);
--> statement-breakpoint
CREATE TABLE "effect" (
	"customer_id" uuid NOT NULL,
	"machine_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"n" integer NOT NULL,
	"kind" text NOT NULL,
	"params" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"rendered" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"attempted_at" timestamp with time zone,
	"provider_id" text,
	"problem" text,
	"finished_at" timestamp with time zone,
	CONSTRAINT "effect_customer_id_machine_id_seq_n_pk" PRIMARY KEY("customer_id","machine_id","seq","n")
);
--> statement-breakpoint
CREATE TABLE "machine" (
	"customer_id" uuid NOT NULL,
	"machine_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"seq" integer NOT NULL,
	"definition_version" integer NOT NULL,
	"definition_hash" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"head_hash" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "machine_customer_id_machine_id_pk" PRIMARY KEY("customer_id","machine_id")
);
--> statement-breakpoint
CREATE TABLE "machine_event" (
	"customer_id" uuid NOT NULL,
	"machine_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"command_id" text NOT NULL,
	"event" jsonb NOT NULL,
	"actor" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"from_state" jsonb,
	"to_state" jsonb NOT NULL,
	"clauses" jsonb NOT NULL,
	"definition_version" integer NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "machine_event_customer_id_machine_id_seq_pk" PRIMARY KEY("customer_id","machine_id","seq"),
	CONSTRAINT "machine_event_command" UNIQUE("customer_id","machine_id","command_id")
);
--> statement-breakpoint
CREATE TABLE "timer" (
	"customer_id" uuid NOT NULL,
	"machine_id" uuid NOT NULL,
	"timer_id" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"event" jsonb NOT NULL,
	CONSTRAINT "timer_customer_id_machine_id_timer_id_pk" PRIMARY KEY("customer_id","machine_id","timer_id")
);
--> statement-breakpoint
CREATE TABLE "invoice" (
	"customer_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"number" text,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"issue_day" date,
	"due_day" date,
	"lines" jsonb NOT NULL,
	"taxes" jsonb NOT NULL,
	"subtotal" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"total" bigint NOT NULL,
	"paid" bigint NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invoice_customer_id_invoice_id_pk" PRIMARY KEY("customer_id","invoice_id"),
	CONSTRAINT "invoice_number" UNIQUE("customer_id","number"),
	CONSTRAINT "invoice_once" UNIQUE("customer_id","contract_id","reason","period_start")
);
--> statement-breakpoint
CREATE TABLE "ledger_entry" (
	"customer_id" uuid NOT NULL,
	"transaction_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"account" text NOT NULL,
	"debit" bigint NOT NULL,
	"credit" bigint NOT NULL,
	CONSTRAINT "ledger_entry_customer_id_transaction_id_n_pk" PRIMARY KEY("customer_id","transaction_id","n")
);
--> statement-breakpoint
CREATE TABLE "ledger_transaction" (
	"customer_id" uuid NOT NULL,
	"transaction_id" uuid NOT NULL,
	"machine_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_transaction_customer_id_transaction_id_pk" PRIMARY KEY("customer_id","transaction_id")
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"customer_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"status" text NOT NULL,
	"method" text NOT NULL,
	"amount" bigint NOT NULL,
	"session_id" text,
	"intent_id" text,
	"charge_id" text,
	"value_day" date,
	"failure_code" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payment_customer_id_payment_id_pk" PRIMARY KEY("customer_id","payment_id")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"type" text NOT NULL,
	"object_id" text,
	"body" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'received' NOT NULL,
	"outcome" text,
	"processed_at" timestamp with time zone,
	CONSTRAINT "inbox_provider_event_id_pk" PRIMARY KEY("provider","event_id")
);
--> statement-breakpoint
CREATE TABLE "menu" (
	"code" text NOT NULL,
	"valid_from" date NOT NULL,
	"kind" text NOT NULL,
	"name_ja" text NOT NULL,
	"name_en" text NOT NULL,
	"summary_ja" text NOT NULL,
	"summary_en" text NOT NULL,
	"annual_price" bigint NOT NULL,
	CONSTRAINT "menu_code_valid_from_pk" PRIMARY KEY("code","valid_from")
);
--> statement-breakpoint
CREATE TABLE "payout" (
	"payout_id" text PRIMARY KEY NOT NULL,
	"amount" bigint NOT NULL,
	"status" text NOT NULL,
	"arrival_day" date NOT NULL,
	"pulled_at" timestamp with time zone NOT NULL,
	"ledger_transaction_id" uuid
);
--> statement-breakpoint
CREATE TABLE "payout_line" (
	"payout_id" text NOT NULL,
	"line_id" text NOT NULL,
	"type" text NOT NULL,
	"amount" bigint NOT NULL,
	"fee" bigint NOT NULL,
	"net" bigint NOT NULL,
	"source_id" text,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"customer_id" uuid,
	"payment_id" uuid,
	"invoice_id" uuid,
	CONSTRAINT "payout_line_payout_id_line_id_pk" PRIMARY KEY("payout_id","line_id")
);
--> statement-breakpoint
CREATE TABLE "portal_clock" (
	"id" text PRIMARY KEY NOT NULL,
	"offset_milliseconds" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "terms_version" (
	"version" text PRIMARY KEY NOT NULL,
	"effective_day" date NOT NULL,
	"articles" jsonb NOT NULL
);
--> statement-breakpoint
CREATE INDEX "contract_status" ON "contract" USING btree ("status");--> statement-breakpoint
CREATE INDEX "option_contract" ON "option" USING btree ("customer_id","contract_id");--> statement-breakpoint
CREATE INDEX "quote_contract" ON "quote" USING btree ("customer_id","contract_id");--> statement-breakpoint
CREATE INDEX "audit_time" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "consent_contract" ON "consent" USING btree ("customer_id","contract_id");--> statement-breakpoint
CREATE INDEX "registration_latest" ON "registration" USING btree ("customer_id","registered_at");--> statement-breakpoint
CREATE INDEX "effect_open" ON "effect" USING btree ("at") WHERE state in ('pending', 'unknown', 'dead');--> statement-breakpoint
CREATE INDEX "timer_due" ON "timer" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "timer_customer_due" ON "timer" USING btree ("customer_id","due_at");--> statement-breakpoint
CREATE INDEX "invoice_due" ON "invoice" USING btree ("status","due_day");--> statement-breakpoint
CREATE INDEX "ledger_entry_account" ON "ledger_entry" USING btree ("account");--> statement-breakpoint
CREATE INDEX "ledger_transaction_day" ON "ledger_transaction" USING btree ("day");--> statement-breakpoint
CREATE INDEX "payment_invoice" ON "payment" USING btree ("customer_id","invoice_id");--> statement-breakpoint
CREATE INDEX "payment_session" ON "payment" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "payment_intent" ON "payment" USING btree ("intent_id");--> statement-breakpoint
CREATE INDEX "payment_charge" ON "payment" USING btree ("charge_id");--> statement-breakpoint
CREATE INDEX "inbox_state" ON "inbox" USING btree ("state","received_at");--> statement-breakpoint
CREATE INDEX "payout_line_state" ON "payout_line" USING btree ("state");