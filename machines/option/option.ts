import { setup } from "xstate";
import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import type { Definition } from "../engine/definition.ts";
import { isoDay, machineId, plainText, yenAmount } from "../engine/fields.ts";
import { outgoing, type Stamp } from "../engine/outgoing.ts";

export interface OptionContext {
  optionId: string;
  contractId: string;
  menuCode: string;
  kind: "subscription" | "device" | "work";
  nameJa: string;
  nameEn: string;
  /** Yen a year without tax; for `work` the price of the one piece of work. */
  annualPrice: number;
  startDay: string | null;
  endDay: string | null;
}

const optionEvents = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("request"),
    contractId: machineId,
    menuCode: plainText,
    kind: z.enum(["subscription", "device", "work"]),
    nameJa: plainText,
    nameEn: plainText,
    annualPrice: yenAmount,
  }),
  z.object({ type: z.literal("withdraw") }),
  z.object({ type: z.literal("accept") }),
  z.object({ type: z.literal("reject") }),
  z.object({ type: z.literal("provision") }),
  z.object({ type: z.literal("start") }),
  z.object({ type: z.literal("end"), endDay: isoDay }),
]);

type OptionEvent = z.infer<typeof optionEvents>;

/** For now an option hears from its contract only; its own cancellation comes by A9.2. */
const senders = Object.fromEntries(
  optionEvents.options.map((event) => [event.shape.type.value, ["machine"]]),
) as unknown as Record<OptionEvent["type"], readonly Sender[]>;

const base = setup({
  types: { context: {} as OptionContext, events: {} as OptionEvent & Stamp },
  actions: outgoing,
  guards: { isWork: ({ context }) => context.kind === "work" },
});

const setStart = base.assign({ startDay: ({ event }) => event.day });
const setEnd = base.assign({
  endDay: ({ event }) => (event.type === "end" ? event.endDay : null),
});

/** An option menu (オプションメニュー) of a contract; it ends with it at the latest. */
export const optionMachine = base.createMachine({
  id: "option",
  context: {
    optionId: "",
    contractId: "",
    menuCode: "",
    kind: "subscription",
    nameJa: "",
    nameEn: "",
    annualPrice: 0,
    startDay: null,
    endDay: null,
  },
  initial: "unopened",
  states: {
    unopened: {
      on: {
        request: {
          target: "requested",
          meta: { clause: "A9.1" },
          actions: base.assign(({ event }) => {
            if (event.type !== "request") return {};
            const { contractId, menuCode, kind, nameJa, nameEn, annualPrice } = event;
            const optionId = event.machineId;
            return { optionId, contractId, menuCode, kind, nameJa, nameEn, annualPrice };
          }),
        },
      },
    },
    requested: {
      on: {
        withdraw: { target: "withdrawn", meta: { clause: "A10.1" } },
        reject: { target: "rejected", meta: { clause: "A5.4" } },
        accept: { target: "accepted", meta: { clause: "A9.1" } },
      },
    },
    withdrawn: { type: "final" },
    rejected: { type: "final" },
    accepted: {
      on: {
        provision: { target: "provisioning", meta: { clause: "A5.5" } },
        end: { target: "ended", meta: { clause: "A9.2" }, actions: setEnd },
      },
    },
    provisioning: {
      on: {
        start: [
          { guard: "isWork", target: "working", meta: { clause: "A11.1" }, actions: setStart },
          { target: "active", meta: { clause: "A10.1" }, actions: setStart },
        ],
        end: { target: "ended", meta: { clause: "A9.2" }, actions: setEnd },
      },
    },
    active: { on: { end: { target: "ended", meta: { clause: "A9.2" }, actions: setEnd } } },
    working: { on: { end: { target: "ended", meta: { clause: "A9.2" }, actions: setEnd } } },
    ended: { type: "final" },
  },
});

/** The option for the engine. */
export const optionDefinition: Definition<OptionContext> = {
  kind: "option",
  version: 1,
  migrations: {},
  machine: optionMachine,
  events: optionEvents,
  senders,
  draws: {},
  deadlines: () => [],
  view: ({ value, context }) => ({
    contractId: context.contractId,
    menuCode: context.menuCode,
    kind: context.kind,
    status: String(value),
    annualPrice: context.annualPrice,
    startDay: context.startDay,
    endDay: context.endDay,
  }),
};
