import { readObjectedWork, readOverdueInspections } from "#db/queries/work/inspections.ts";
import type { TaskKind } from "../task.ts";

interface WorkRow {
  customerId: string;
  customerName: string;
  optionId: string;
  number: string | null;
}

/** What was said on another day is another task. */
const taskOf = ({ customerId, customerName, optionId, number }: WorkRow, day: string) => ({
  ...{ customerId, customerName, subject: `${optionId}/${day}`, name: number ?? "" },
  ...{ since: day, due: day, page: `/operations/inspections/${customerId}/${optionId}` },
});

/** An inspection whose last day has passed: silence accepts nothing, so that somebody asks (A11). */
export const followInspection: TaskKind<"followInspection"> = {
  name: "followInspection",
  role: "operations",
  clause: "A11.1",
  find: async (tx, today) =>
    (await readOverdueInspections(tx, today.toString())).map((row) =>
      taskOf(row, row.inspectBy ?? today.toString()),
    ),
};

/** Work that the customer objected to, to be done again and reported (A11). */
export const redoWork: TaskKind<"redoWork"> = {
  name: "redoWork",
  role: "operations",
  clause: "A11.1",
  find: async (tx, today) =>
    (await readObjectedWork(tx)).map((row) => taskOf(row, row.objectedOn ?? today.toString())),
};
