-- The bank's side of a payout: which line of a bank's file is its money, and which payout a decision about a
-- line was about. A line is one payout's, and a payout has one line.
alter table "payout"
  add column "receipt_id" uuid unique references "bank_receipt" ("receipt_id");
create index "payout_amount" on "payout" using btree ("amount");

alter table "bank_receipt_decision"
  add column "payout_id" text references "payout" ("payout_id");
