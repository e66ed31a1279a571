import { expect, test } from "vitest";
import type { Principal } from "#app/usecases/principal.ts";
import { recordTransfer } from "./settle-refund.ts";

/** Records a transfer of a refund that nobody has. */
function record(typedDay: string, receivedAt: string) {
  const principal: Principal = {
    ...{ userId: "finance", customerId: null, roles: ["finance"], ipAddress: "127.0.0.1" },
    receivedAt,
  };
  return recordTransfer(principal, { customerId: "none", refundId: "none" }, "click", typedDay);
}

test("a transfer is recorded from the moment at which its day begins in Tokyo", async () => {
  expect(await record("2026-11-24", "2026-11-23T14:59:59.999Z")).toBe("dayAhead");
  const later = record(" 2026-11-24 ", "2026-11-23T15:00:00.000Z");
  await expect(later).rejects.toMatchObject({ code: "notFound" });
});

test.each(["", "2026-02-30", "24.11.2026"])("%j is no day of a transfer", async (typed) => {
  expect(await record(typed, "2026-11-24T00:00:00.000Z")).toBe("dayMissing");
});
