import fc from "fast-check";
import { expect, test } from "vitest";
import { createMachine } from "xstate";
import type { AnyStateMachine } from "xstate";

import { layoutStatechart } from "./layout.server.ts";
import type { Picture, PlacedNode } from "./picture.ts";

const noWords = () => ({ name: "", states: {}, events: {} });

const sample = createMachine({
  initial: "draft",
  states: {
    draft: { on: { submit: { target: "active", meta: { clause: "A5.1" } } } },
    active: {
      type: "parallel",
      on: {
        giveNotice: { target: ".exit.pending", meta: { clause: ["A17.1", "A10.2"] } },
        end: "ended",
        stop: "ended",
        note: { actions: () => {} },
      },
      states: {
        service: {
          initial: "running",
          states: {
            running: { on: { suspend: "suspended" } },
            suspended: { on: { lift: "running" } },
          },
        },
        exit: { initial: "none", states: { none: {}, pending: { on: { withdraw: "none" } } } },
      },
    },
    ended: { type: "final" },
  },
});

const touches = (node: PlacedNode, { x, y }: { x: number; y: number }) =>
  x >= node.x - 1 &&
  x <= node.x + node.width + 1 &&
  y >= node.y - 1 &&
  y <= node.y + node.height + 1;

const contains = (outer: PlacedNode, inner: PlacedNode) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const parentOf = (key: string) =>
  key.endsWith(":initial")
    ? key.slice(0, -":initial".length)
    : key.split(".").slice(0, -1).join(".");

/** What must hold of every picture, whatever the machine. */
function checkPicture(picture: Picture) {
  const byKey = new Map(picture.nodes.map((node) => [node.key, node]));
  const page = { x: 0, y: 0, width: picture.width, height: picture.height } as PlacedNode;
  for (const node of picture.nodes) {
    expect(contains(byKey.get(parentOf(node.key)) ?? page, node), node.key).toBe(true);
    for (const other of picture.nodes) {
      if (other === node || parentOf(other.key) !== parentOf(node.key)) continue;
      const apart =
        node.x + node.width <= other.x ||
        other.x + other.width <= node.x ||
        node.y + node.height <= other.y ||
        other.y + other.height <= node.y;
      expect(apart, `${node.key} and ${other.key}`).toBe(true);
    }
  }
  for (const edge of picture.edges) {
    const [from, to] = [byKey.get(edge.source), byKey.get(edge.target)];
    const [first, last] = [edge.points[0], edge.points.at(-1)];
    expect(from && first && touches(from, first), `${edge.id} starts`).toBe(true);
    expect(to && last && touches(to, last), `${edge.id} ends`).toBe(true);
  }
}

test("parallel regions lie inside their parent, apart from each other, and arrows join their states", async () => {
  const layout = await layoutStatechart(sample, { labels: noWords() });
  checkPicture(layout.wide);
  checkPicture(layout.narrow);
  const keys = layout.wide.nodes.map((node) => node.key);
  expect(keys).toContain("active.service.suspended");
  expect(layout.narrow.edges.map((edge) => edge.id)).toEqual(
    layout.wide.edges.map((edge) => edge.id),
  );
  expect(layout.wide.edges.map((edge) => edge.id)).toContain("draft>active");
});

test("a narrow picture has its parallel regions below each other", async () => {
  const { narrow } = await layoutStatechart(sample, { labels: noWords() });
  const [service, exit] = ["active.service", "active.exit"].map((key) =>
    narrow.nodes.find((node) => node.key === key),
  );
  expect((service?.y ?? 0) + (service?.height ?? 0)).toBeLessThanOrEqual(exit?.y ?? 0);
});

test("a transition from above enters by a ring beside its target", async () => {
  const { wide } = await layoutStatechart(sample, { labels: noWords() });
  const entry = wide.edges.find((edge) => edge.target === "active.exit.pending");
  expect(wide.nodes.find((node) => node.key === entry?.source)?.kind).toBe("entry");
  expect(entry?.label?.lines).toEqual(["giveNotice"]);
});

test("words come from the labels, by path before key; several events share an arrow", async () => {
  const labels = {
    name: "契約",
    states: { "active.service.running": "提供中", running: "別の語", ended: "終了" },
    events: { end: "終了日", stop: "停止" },
  };
  const layout = await layoutStatechart(sample, { labels });
  const running = layout.wide.nodes.find((node) => node.key === "active.service.running");
  expect(running?.label).toBe("提供中");
  const ending = layout.wide.edges.find((edge) => edge.id === "active>ended");
  expect(ending?.label?.lines).toEqual(["終了日", "停止"]);
  const active = layout.states.find((state) => state.key === "active");
  expect(active?.transitions).toEqual([
    { event: "giveNotice", target: "active › exit › pending", clauses: ["A17.1", "A10.2"] },
    { event: "終了日", target: "終了", clauses: [] },
    { event: "停止", target: "終了", clauses: [] },
    { event: "note", target: null, clauses: [] },
  ]);
});

test("many events between two states are summed up in the picture, not in the words", async () => {
  const on = { a: "two", b: "two", c: "two", d: "two" };
  const machine = createMachine({ initial: "one", states: { one: { on }, two: {} } });
  const layout = await layoutStatechart(machine, {
    labels: noWords(),
    more: (count) => `+${count} more`,
  });
  const edge = layout.wide.edges.find(({ id }) => id === "one>two");
  expect(edge?.label?.lines).toEqual(["a", "b", "+2 more"]);
  expect(layout.states[0]?.transitions).toHaveLength(4);
});

test("a layout is kept for a machine and its labels, and is plain data", async () => {
  const labels = noWords();
  const layout = await layoutStatechart(sample, { labels });
  expect(await layoutStatechart(sample, { labels })).toBe(layout);
  expect(await layoutStatechart(sample, { labels: noWords() })).not.toBe(layout);
  expect(JSON.parse(JSON.stringify(layout))).toEqual(layout);
});

type Shape = { regions: number[]; jumps: [number, number, boolean][] };

/** A machine of `regions` in a parallel state among plain ones, with arbitrary jumps between all. */
function machineOf({ regions, jumps }: Shape): AnyStateMachine {
  const ids = [
    "start",
    "work",
    "end",
    ...regions.flatMap((size, at) => range(size).map((n) => `r${at}s${n}`)),
  ];
  const pick = (n: number) => ids[n % ids.length] ?? "start";
  const on = (id: string) =>
    Object.fromEntries(
      jumps
        .filter(([from]) => pick(from) === id)
        .map(([, to, same], at) => [same ? "same" : `event${at}`, `#${pick(to)}`]),
    );
  return createMachine({
    initial: "start",
    states: {
      start: { id: "start", on: on("start") },
      work: {
        id: "work",
        type: "parallel",
        on: on("work"),
        states: Object.fromEntries(
          regions.map((size, at) => [
            `r${at}`,
            {
              initial: "s0",
              states: Object.fromEntries(
                range(size).map((n) => [`s${n}`, { id: `r${at}s${n}`, on: on(`r${at}s${n}`) }]),
              ),
            },
          ]),
        ),
      },
      end: { id: "end", on: on("end") },
    },
  });
}

function range(size: number): number[] {
  return Array.from({ length: size }, (_, n) => n);
}

test("whatever jumps a machine has, it can be laid out", async () => {
  const shapes = fc.record({
    regions: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
    jumps: fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.boolean()), { maxLength: 14 }),
  });
  await fc.assert(
    fc.asyncProperty(shapes, async (shape) => {
      const layout = await layoutStatechart(machineOf(shape), { labels: noWords() });
      checkPicture(layout.wide);
      checkPicture(layout.narrow);
    }),
    { numRuns: 60 },
  );
}, 60_000);
