import { describe, expect, test } from "vitest";
import { z } from "zod";
import { contractEvents } from "../contract/events.ts";
import { definitions } from "../registry.ts";
import { eventOf, fieldsOf, wrongFields } from "./event-form.ts";
import { isoDay, machineId, plainText, yenAmount } from "./fields.ts";

const events = z.discriminatedUnion("type", [
  z.object({ type: z.literal("plain") }),
  z.object({ type: z.literal("wish"), wish: z.union([z.null(), z.literal("earliest"), isoDay]) }),
  z.object({
    type: z.literal("nested"),
    cause: z.object({ kind: z.enum(["one", "two"]), ref: machineId.nullable() }),
  }),
  z.object({ type: z.literal("others"), on: isoDay, amount: yenAmount, note: plainText }),
  z.object({ type: z.literal("preset"), by: z.enum(["a", "b"]).default("a") }),
  z.object({ type: z.literal("list"), lines: z.array(plainText) }),
]);
const none = { choices: [], orDay: false, optional: false, preset: "" };
const id = "0199aaaa-0000-7000-8000-000000000001";

describe("the form of an event", () => {
  test("has a field for each member that its schema names", () => {
    expect(fieldsOf(events, "plain")).toEqual([]);
    expect(fieldsOf(events, "wish")).toEqual([
      { ...none, name: "wish", input: "choice", choices: ["null", "earliest"], orDay: true },
    ]);
    expect(fieldsOf(events, "nested")).toEqual([
      { ...none, name: "cause.kind", input: "choice", choices: ["one", "two"] },
      { ...none, name: "cause.ref", input: "id", optional: true },
    ]);
    expect(fieldsOf(events, "others")?.map(({ input }) => input)).toEqual([
      "day",
      "amount",
      "text",
    ]);
    expect(fieldsOf(events, "preset")).toMatchObject([{ choices: ["a", "b"], preset: "a" }]);
  });

  test("is none for lists and for what is no event", () => {
    expect(fieldsOf(events, "list")).toBeNull();
    expect(fieldsOf(events, "other")).toBeNull();
  });

  test.each([
    ["wish", { wish: "null" }, { wish: null }],
    ["wish", { wish: "earliest" }, { wish: "earliest" }],
    ["wish", { wish: "day", "wish.day": "2026-03-31" }, { wish: "2026-03-31" }],
    ["nested", { "cause.kind": "two", "cause.ref": "" }, { cause: { kind: "two", ref: null } }],
    ["nested", { "cause.kind": "one", "cause.ref": id }, { cause: { kind: "one", ref: id } }],
    [
      "others",
      { on: "2026-02-28", amount: "１２３", note: " x " },
      { on: "2026-02-28", amount: 123, note: "x" },
    ],
  ])("makes the event %s of %j", (type, typed, members) => {
    const fields = fieldsOf(events, type)!;
    const event = eventOf(type, fields, (name) => (typed as Record<string, string>)[name] ?? "");
    expect(event).toEqual({ type, ...members });
    expect(wrongFields(events, event, fields)).toEqual([]);
  });

  test("names the fields that were filled in wrongly", () => {
    const wrong = (type: string, typed: Record<string, string>) => {
      const fields = fieldsOf(events, type)!;
      return wrongFields(
        events,
        eventOf(type, fields, (name) => typed[name] ?? ""),
        fields,
      );
    };
    expect(wrong("wish", {})).toEqual(["wish"]);
    expect(wrong("wish", { wish: "day", "wish.day": "2026-02-30" })).toEqual(["wish"]);
    expect(wrong("nested", { "cause.kind": "three", "cause.ref": "x" })).toEqual([
      "cause.kind",
      "cause.ref",
    ]);
    expect(wrong("others", { on: "2026-02-28", amount: "-1", note: "" })).toEqual(["amount"]);
  });

  test("can be made for each of their events that a person may send, but for lists: menus, stores", () => {
    const people = ["owner", "billing", "technical", "operations", "finance", "admin"];
    const kinds = [definitions.contract, definitions.option, definitions.invoice];
    const impossible = kinds.flatMap(({ kind, events: known, senders }) =>
      Object.entries(senders)
        .filter(([, from]) => from.some((sender) => people.includes(sender)))
        .filter(([type]) => fieldsOf(known, type) === null)
        .map(([type]) => `${kind}.${type}`),
    );
    expect(impossible).toEqual([
      ...["contract.submit", "contract.dataErased"],
      "invoice.declareSetOff",
    ]);
    expect(fieldsOf(contractEvents as never, "cancel")).toHaveLength(1);
  });
});
