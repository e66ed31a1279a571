import { tokyoDay } from "#machines/calendar.ts";
import { readLoansToDo, type LoanToDo } from "#db/queries/work/loans.ts";
import type { Temporal } from "temporal-polyfill";
import type { Handle } from "#db/client.ts";
import type { FoundTask, TaskKind } from "../task.ts";

/** What waits on loans; what moves on to another state is another task. */
const found =
  (what: LoanToDo, area: "operations/loans" | "finance/device-charges") =>
  async (tx: Handle, today: Temporal.PlainDate): Promise<FoundTask[]> =>
    (await readLoansToDo(tx, what)).map((row) => {
      const { customerId, customerName, loanId, number, changedAt, returnDue } = row;
      const changedOn = tokyoDay(changedAt).toString();
      const isLate = returnDue !== null && returnDue < today.toString();
      return {
        ...{ customerId, customerName, subject: `${loanId}/${changedOn}`, name: number ?? "" },
        ...{ since: changedOn, due: isLate ? returnDue : changedOn },
        page: `/${area}/${customerId}/${loanId}`,
      };
    });

/** A loan that waits for a device, or has one that is to be shipped (A7.1). */
export const lendDevice: TaskKind<"lendDevice"> = {
  ...{ name: "lendDevice", role: "operations", clause: "A7.1" },
  find: found("toLend", "operations/loans"),
};

/** A move, a fault or a loss that the customer has told of (A7.3, A7.4, A7.6). */
export const answerDevice: TaskKind<"answerDevice"> = {
  ...{ name: "answerDevice", role: "operations", clause: "A7.3" },
  find: found("toAnswer", "operations/loans"),
};

/** A device whose return is overdue, or that is being recovered (A8.1). */
export const recoverDevice: TaskKind<"recoverDevice"> = {
  ...{ name: "recoverDevice", role: "operations", clause: "A8.1" },
  find: found("toRecover", "operations/loans"),
};

/** A device that came back and is to be checked (A8.1). */
export const checkDevice: TaskKind<"checkDevice"> = {
  ...{ name: "checkDevice", role: "operations", clause: "A8.1" },
  find: found("toCheck", "operations/loans"),
};

/** What a lost, damaged or recovered device costs: charged, or waived with a reason (A7.6). */
export const chargeDevice: TaskKind<"chargeDevice"> = {
  ...{ name: "chargeDevice", role: "finance", clause: "A7.6" },
  find: found("toCharge", "finance/device-charges"),
};
