import { expect, test } from "vitest";
import { createMachine } from "xstate";
import { layoutStatechart } from "./layout.server.ts";
import { outlineOf } from "./outline.ts";
import { alongPath, withoutUnborn } from "./simplify.ts";

const machine = createMachine({
  initial: "unborn",
  states: {
    unborn: { on: { open: "draft" } },
    draft: { on: { submit: "reviewed", drop: "dropped" } },
    dropped: {},
    reviewed: {
      initial: "first",
      on: { stop: "ended" },
      states: { first: { on: { again: "second" } }, second: { on: { begin: "#active" } } },
    },
    active: {
      id: "active",
      type: "parallel",
      on: { end: "ended" },
      states: { service: { initial: "on", states: { on: { on: { halt: "off" } }, off: {} } } },
    },
    ended: { initial: "open", states: { open: { on: { settle: "done" } }, done: {} } },
  },
});
const labels = () => ({ name: "", states: {}, events: {} });
const outline = () => withoutUnborn(outlineOf(machine, labels()), "unborn");
const joins = ({ edges }: { edges: { source: string; target: string; lines: string[] }[] }) =>
  edges.map(({ source, target, lines }) => `${source}>${target} ${lines.join()}`);

test("the picture begins with what follows the state without a machine", () => {
  const { children, edges, states } = outline();
  expect(children.map(({ key }) => key)).not.toContain("unborn");
  expect(joins({ edges })).toContain(":initial>draft open");
  expect(states.map(({ key }) => key)).not.toContain("unborn");
});

test("a narrow picture shows the way that was taken, the present state open, and what lies ahead", () => {
  const part = alongPath(outline(), ["draft", "reviewed", "active"]);
  expect(part.children.map(({ key, children }) => [key, children.length > 0])).toEqual([
    [":initial", false],
    ["draft", false],
    ["reviewed", false],
    ["active", true],
    ["ended", false],
  ]);
  const drawn = joins(part);
  expect(drawn).toContain("draft>reviewed submit");
  expect(drawn).toContain("reviewed>active begin");
  expect(drawn).toContain("active>ended end");
  expect(drawn).toContain("active.service.on>active.service.off halt");
  expect(drawn.join("\n")).not.toContain("dropped");
  expect(drawn).not.toContain("reviewed>ended stop");
  expect(part.states).toEqual(outline().states);
});

test("at the beginning every way is still ahead", () => {
  const { children } = alongPath(outline(), ["draft"]);
  expect(children.map(({ key }) => key).toSorted()).toEqual(
    [":initial", "active", "draft", "dropped", "ended", "reviewed"].toSorted(),
  );
});

test("each path has a picture of its own, the wide one stays whole", async () => {
  const words = labels();
  const of = (...path: string[]) =>
    layoutStatechart(machine, { labels: words, unborn: "unborn", path });
  const [early, late] = [await of("draft"), await of("draft", "reviewed", "active")];
  expect(await of("draft")).toBe(early);
  expect(late.wide).toEqual(early.wide);
  expect(late.narrow.nodes.map(({ key }) => key)).not.toContain("dropped");
  expect(early.narrow.nodes.map(({ key }) => key)).toContain("dropped");
});
