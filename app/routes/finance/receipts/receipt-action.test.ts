import { expect, test } from "vitest";
import { settleAction } from "../refunds/settle-action.ts";
import { receiptAction } from "./receipt-action.ts";

const principal = {
  ...{ userId: "u", customerId: null, roles: ["finance" as const], ipAddress: "192.0.2.1" },
  receivedAt: "2030-04-01T00:00:00.000Z",
};

const formOf = (intent: string | null) => {
  const form = new FormData();
  if (intent !== null) form.set("intent", intent);
  return form;
};

test.each([null, "", "unmatch", "constructor", "__proto__"])(
  "a form that asks for %j is refused before anything is read or done",
  async (intent) => {
    const form = formOf(intent);
    const refused = { status: 422 };
    await expect(receiptAction(principal, "r", form)).rejects.toMatchObject(refused);
    await expect(settleAction("/finance", form, {})).rejects.toMatchObject(refused);
  },
);
