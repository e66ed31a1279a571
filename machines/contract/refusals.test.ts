import { expect, test } from "vitest";
import {
  accepted,
  active,
  declined,
  drafted,
  ended,
  first,
  lift,
  notice,
  proposed,
  renew,
  second,
  settled,
  submitted,
  suspend,
  wound,
} from "#test/helpers/contract-past.ts";
import { given, on, type Stamped } from "#test/helpers/given.ts";
import { submit } from "#test/helpers/sample-events.ts";
import { contractDefinition } from "./definition.ts";

test.each<[string, Stamped[], Stamped]>([
  ["it has not been opened", [], on("2025-03-02", submit("2025-04-01"))],
  ["it is opened again", drafted, on("2025-03-02", { type: "openDraft" })],
  ["maintenance is not verified", submitted, on("2025-03-04", { type: "accept" })],
  ["it is accepted and withdrawn", accepted, on("2025-03-04", { type: "withdraw" })],
  [
    "the wished start is past",
    accepted,
    on("2025-04-02", { type: "setStart", startDay: "2025-04-01" }),
  ],
  [
    "another start is past",
    accepted,
    on("2025-04-03", { type: "setStart", startDay: "2025-04-02" }),
  ],
  ["the proposal is past", proposed, on("2025-05-02", { type: "confirmStart" })],
  ["nothing was proposed", accepted, on("2025-03-05", { type: "confirmStart" })],
  ["a second notice ends later", declined, notice("2026-02-20")],
  ["a second notice ends on the same day", declined, notice("2026-01-31")],
  ["nothing is overdue", active, suspend("nonPayment")],
  ["it is not suspended for that cause", [...active, suspend("breach")], lift("nonPayment")],
  [
    "another's invoice is settled",
    active,
    on("2025-06-10", { type: "invoiceSettled", invoiceId: second }),
  ],
  [
    "another's invoice is overdue",
    active,
    on("2025-06-10", { type: "invoiceOverdue", invoiceId: second }),
  ],
  [
    "an invoice is owed again that was never settled",
    active,
    on("2025-06-10", { type: "invoiceReopened", invoiceId: first }),
  ],
  [
    "an invoice is owed again when the money is settled after the end",
    wound,
    on("2026-04-10", { type: "invoiceReopened", invoiceId: first }),
  ],
  ["the renewal is not fixed", active, renew],
  ["it has ended", ended, notice("2026-04-02")],
  ["it is closed", [...wound, on("2026-04-04", { type: "devicesSettled" })], settled],
])("a contract does nothing where %s", (_, before, event) => {
  expect(given(contractDefinition, ...before).when(event)).toBeNull();
});
