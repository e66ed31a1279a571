import { setup } from "xstate";
import { z } from "zod";
import type { AnyDefinition } from "#machines/engine/definition.ts";
import { plainText } from "#machines/engine/fields.ts";
import { definitions, registryOf } from "#machines/registry.ts";

interface Heard {
  menuCode: string;
  contractId: string;
}

const events = z.discriminatedUnion("type", [
  z.object({ type: z.literal("begin"), menuCode: plainText, contractId: plainText }),
  z.object({ type: z.literal("hear") }),
  z.object({ type: z.literal("staffOnly") }),
  z.object({ type: z.literal("fallAsleep") }),
]);

const base = setup({
  types: { context: {} as Heard, events: {} as z.infer<typeof events> },
});

const machine = base.createMachine({
  id: "listening",
  context: { menuCode: "", contractId: "" },
  initial: "unopened",
  states: {
    unopened: {
      on: {
        begin: {
          target: "active",
          meta: { clause: "A1" },
          actions: base.assign(({ event }) =>
            event.type === "begin"
              ? { menuCode: event.menuCode, contractId: event.contractId }
              : {},
          ),
        },
      },
    },
    active: {
      on: { hear: { meta: { clause: "A1" } }, staffOnly: {}, fallAsleep: { target: "asleep" } },
    },
    asleep: {},
  },
});

const columns = {
  contract: { exit: "none" },
  option: { kind: "subscription", annualPrice: 0 },
};

function listening(kind: "contract" | "option"): AnyDefinition {
  const definition = {
    ...{ kind, version: 1, migrations: {}, machine, events, draws: {} },
    senders: {
      ...{ begin: ["portal"], hear: ["machine"], staffOnly: ["operations"] },
      ...{ fallAsleep: ["portal"] },
    },
    deadlines: () => [],
    view: ({ value, context }: { value: unknown; context: Heard }) => {
      const { menuCode, contractId } = context;
      const common = { ...columns[kind], status: String(value), menuCode };
      return kind === "option" ? { ...common, contractId } : common;
    },
  };
  return definition as unknown as AnyDefinition;
}

/** Contracts and options that do nothing but begin, with a menu, and hear what they are told. */
export const listeningMachines = registryOf({
  ...definitions,
  contract: listening("contract"),
  option: listening("option"),
});
