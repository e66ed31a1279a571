import { base } from "./base.ts";

/** The contract goes on under the assignee, as it stood with the assignor (A31.1). */
export const noteTakeOver = base.assign(({ event }) => {
  if (event.type !== "takeOver") return {};
  const { type: _, machineId: contractId, number, at, day: __, options, start, ...handed } = event;
  return {
    ...handed,
    ...{ contractId, number: number ?? null, start, wishedStart: start },
    // What the renewal waited for before is past.
    resumedAt: handed.term ? at : null,
    options: options.map((option) => {
      const {
        startDay: _start,
        ends: _ends,
        notices: _notices,
        restrictions: _all,
        loan: _loan,
        ...sold
      } = option;
      return sold;
    }),
  };
});

/** Its options go on with it. */
export const openOptions = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "takeOver") return;
  for (const option of event.options) {
    const { optionId: machineId, addedOn, endDay: _, chargedUntil: __, ...own } = option;
    const contract = { contractId: context.contractId, isAddition: addedOn !== null };
    const takeOver = { type: "takeOver", ...own, ...contract, term: event.term };
    const tell = { kind: "option" as const, machineId, event: takeOver, required: true as const };
    enqueue({ type: "tell", params: tell });
  }
});
