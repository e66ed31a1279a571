import { describe, expect, test } from "vitest";
import { actorOf, machineOf, moment } from "#test/helpers/commands.ts";
import { optionMenu, submit } from "#test/helpers/sample-events.ts";
import { createWorld } from "../engine/world.ts";
import type { MachineEvent, MachineKind } from "../engine/outgoing.ts";
import type { OptionContext } from "../option/context.ts";
import { definitions } from "../registry.ts";
import type { ContractContext } from "./context.ts";

const customerId = "0199bbbb-0000-7000-8000-000000000001";
const contractId = "0199aaaa-0000-7000-8000-000000000005";
const discontinuationId = "0199aaaa-0000-7000-8000-00000000000d";

/** A contract of 2025-04-01 with an option, both of which end on 2025-12-31, each for its own reason. */
function bothEnd(optionId: string) {
  const customer = {
    customerId,
    number: 1,
    contractCounter: 0,
    invoiceCounter: 0,
    creditNoteCounter: 0,
  };
  const world = createWorld((kind) => definitions[kind], [customer]);
  const send = (day: string, sender: "owner" | "operations", event: MachineEvent) => {
    const isOptions = event.type === "discontinue";
    const kind: MachineKind = isOptions ? "option" : "contract";
    const target = machineOf(kind, customerId, isOptions ? optionId : contractId);
    const actor = actorOf(sender);
    const command = { ...target, commandId: event.type, actor, receivedAt: moment(day), event };
    expect(world.send(command)).toMatchObject({ ok: true });
  };
  send("2025-03-01", "owner", { type: "openDraft" });
  const option = optionMenu(optionId, "device", 240_000);
  send("2025-03-02", "owner", submit("2025-04-01", [option]));
  send("2025-03-03", "operations", { type: "verifyMaintenance" });
  send("2025-03-04", "operations", { type: "accept" });
  send("2025-03-05", "operations", { type: "setStart", startDay: "2025-04-01" });
  send("2025-06-01", "operations", {
    type: "discontinue",
    discontinuationId,
    endDay: "2025-12-31",
  });
  send("2025-07-01", "owner", { type: "cancel", wish: "2025-12-31" });
  world.advance(moment("2026-01-01"));
  const { machines } = world.of(customerId);
  const contextOf = (machineId: string) => machines.get(machineId)?.snapshot.context;
  return {
    contract: contextOf(contractId) as unknown as ContractContext,
    option: contextOf(optionId) as unknown as OptionContext,
  };
}

describe("an option and its contract that end on one day", () => {
  test.each([
    ["before", "0199aaaa-0000-7000-8000-000000000001"],
    ["after", "0199aaaa-0000-7000-8000-000000000009"],
  ])("end each for its own reason, where the option's id comes %s the contract's", (_, id) => {
    const { contract, option } = bothEnd(id);
    expect(option.ended).toMatchObject({ day: "2025-12-31", cause: "discontinued" });
    expect(contract.ended).toMatchObject({ day: "2025-12-31", cause: "cancelled" });
    // Of 240,000 yen for 365 days 90 are left, rounded up for the customer (A17.2).
    expect(contract.refunds).toMatchObject([{ itemId: id, clause: "A20.1", net: 59_179 }]);
  });
});
