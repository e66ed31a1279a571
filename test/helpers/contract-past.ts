import { invoiceIdOf } from "#machines/contract/fees.ts";
import { on, subjectId } from "./given.ts";
import { optionMenu, submit, erasure } from "./sample-events.ts";

/** What a contract of 2025-04-01 may have been through, step by step. */
export const device = optionMenu("0199aaaa-0000-7000-8000-0000000000d1", "device", 240_000);
export const first = invoiceIdOf(subjectId, "2025-04-01");
export const second = invoiceIdOf(subjectId, "2026-04-01");

export const drafted = [on("2025-03-01", { type: "openDraft" })];
export const submitted = [...drafted, on("2025-03-02", submit("2025-04-01"))];
export const verified = [...submitted, on("2025-03-03", { type: "verifyMaintenance" })];
export const accepted = [...verified, on("2025-03-04", { type: "accept" })];
export const fixed = on("2025-03-05", { type: "setStart", startDay: "2025-04-01" });
export const preparing = [...accepted, fixed];
export const proposal = on("2025-03-05", { type: "setStart", startDay: "2025-05-01" });
export const proposed = [...accepted, proposal];
export const active = [...preparing, on("2025-04-01", { type: "startReached" }, 0)];
export const fixRenewal = on("2026-02-01", { type: "fixRenewal" }, 0);
export const renew = on("2026-04-01", { type: "renew" }, 0);
export const notice = (day: string, wish: string | null = null) =>
  on(day, { type: "cancel", wish });
export const overdue = on("2025-06-03", { type: "invoiceOverdue", invoiceId: first }, 0);
export const settled = on("2025-06-10", { type: "invoiceSettled", invoiceId: first });
const caseId = "0199aaaa-0000-7000-8000-0000000000b7";
/** A breach names its case. */
const causeOf = (kind: string) => ({ kind, ref: kind === "breach" ? caseId : null });
export const suspend = (cause: string) =>
  on("2025-07-01", { type: "suspend", cause: causeOf(cause) });
export const lift = (cause: string) => on("2025-07-02", { type: "lift", cause: causeOf(cause) });
export const endReached = (day: string) => on(day, { type: "endReached" }, 0);
export const declined = [...active, notice("2026-01-31")];
export const ended = [...declined, endReached("2026-04-01")];
export const withDevice = [
  ...[...drafted, on("2025-03-02", submit("2025-04-01", [device]))],
  ...[on("2025-03-03", { type: "verifyMaintenance" }), on("2025-03-04", { type: "accept" })],
  ...[fixed, on("2025-04-01", { type: "startReached" }, 0)],
];
export const wound = [
  ...[...withDevice, settled, notice("2026-01-31"), endReached("2026-04-01")],
  on("2026-04-02", erasure),
  on("2026-04-03", { type: "materialsSettled" }),
];

const loanId = "0199aaaa-0000-7000-8000-0000000000d3";
export const loanOpened = on("2025-03-04", { type: "loanOpened", loanId });
export const materialHeld = on("2025-03-04", { type: "materialHeld", requestId: loanId });
export const materialGone = on("2026-04-05", { type: "materialGone", requestId: loanId });
export const loanSettled = on("2026-04-05", { type: "loanSettled", loanId });
/** A contract whose device is followed by its loan. */
export const lending = [...withDevice, loanOpened];
