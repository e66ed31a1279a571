import { expect, test } from "vitest";
import { createMachine } from "xstate";

import { renderMarkup } from "#test/helpers/render-markup.tsx";
import { activeStates } from "./active-states.ts";
import { layoutStatechart } from "./layout.server.ts";
import { roundedPath } from "./rounded-path.ts";
import { Statechart } from "./statechart.tsx";
import { textWidth } from "./text-width.ts";

const machine = createMachine({
  initial: "open",
  states: {
    open: { on: { pay: { target: "settling", meta: { clause: "A12.2" } } } },
    settling: {
      type: "parallel",
      states: { money: { initial: "due", states: { due: {} } }, mail: {} },
    },
  },
});
const labels = {
  name: "請求<書>",
  states: { open: "未払い", settling: "精算中", money: "入金", due: "待ち", mail: "通知" },
  events: { pay: "支払い" },
};

test("a state value names every state that is active, parents included", () => {
  expect(activeStates("open")).toEqual(["open"]);
  expect(activeStates({ settling: { money: "due", mail: {} } })).toEqual([
    "settling",
    "settling.money",
    "settling.money.due",
    "settling.mail",
  ]);
});

test("the current states are marked by border, sign and word, in picture and text", async () => {
  const layout = await layoutStatechart(machine, { labels });
  const current = { settling: { money: "due", mail: {} } };
  const html = await renderMarkup(
    <Statechart layout={layout} current={current} visited={["open"]} />,
  );
  const marked = [...html.matchAll(/data-state="([^"]+)" data-current="true"/g)].map(
    (hit) => hit[1],
  );
  expect(new Set(marked)).toEqual(new Set(activeStates(current)));
  expect(html).toMatch(
    /data-state="settling.money.due" data-current="true"><rect[^>]*stroke-width="4"/,
  );
  expect(html).toMatch(/● (?:<!-- -->)?現在/);
  expect(html).toContain("現在の状態: 精算中 › 入金 › 待ち, 精算中 › 通知");
  expect(html).toMatch(/✓ (?:<!-- -->)?未払い/);
});

test("the picture has a name and a description, ids of its own, and escapes its words", async () => {
  const layout = await layoutStatechart(machine, { labels });
  const html = await renderMarkup(<Statechart layout={layout} current="open" />);
  const named = [...html.matchAll(/role="img" aria-labelledby="(\S+) (\S+)"/g)];
  expect(named).toHaveLength(2);
  for (const [, title, description] of named) {
    expect(html.match(new RegExp(`id="${title}"`, "g"))).toHaveLength(1);
    expect(html.match(new RegExp(`id="${description}"`, "g"))).toHaveLength(1);
  }
  expect(html).not.toContain("<書>");
  expect(html).not.toContain("style=");
});

test("the words name every way on with its clause", async () => {
  const layout = await layoutStatechart(machine, { labels });
  const html = await renderMarkup(<Statechart layout={layout} current="open" />);
  expect(html).toContain("支払い → 精算中");
  expect(html).toContain('href="/terms#article-12"');
});

test("corners are rounded by no more than half of what they join", () => {
  expect(roundedPath([])).toBe("");
  expect(
    roundedPath([
      { x: 0, y: 0 },
      { x: 0, y: 10 },
    ]),
  ).toBe("M0 0L0 10");
  const corner = [
    { x: 0, y: 0 },
    { x: 0, y: 10 },
    { x: 4, y: 10 },
  ];
  expect(roundedPath(corner)).toBe("M0 0L0 8Q0 10 2 10L4 10");
});

test("full-width characters take their whole size, others less", () => {
  expect(textWidth("契約", 14)).toBe(28);
  expect(textWidth("ab", 14)).toBeLessThan(textWidth("契約", 14));
});
