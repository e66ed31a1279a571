import { expect, test } from "vitest";

import { renderMarkup } from "#test/helpers/render-markup.tsx";
import { MachineStatus, StatusBadge } from "./status-badge.tsx";
import type { Tone } from "./status-tone.ts";

test("each tone has a sign of its own, so that colour is never the only difference", async () => {
  const tones: Tone[] = ["neutral", "waiting", "progress", "success", "warning", "danger"];
  const signs = await Promise.all(
    tones.map(async (tone) => {
      const html = await renderMarkup(<StatusBadge tone={tone}>x</StatusBadge>);
      return /aria-hidden="true"[^>]*>([^<]+)</.exec(html)?.[1];
    }),
  );
  expect(new Set(signs).size).toBe(tones.length);
});

test("a machine's state is shown in the page's language", async () => {
  const overdue = <MachineStatus machine="invoice" state="overdue" />;
  expect(await renderMarkup(overdue)).toContain("期限超過");
  const english = await renderMarkup(overdue, { locale: "en" });
  expect(english).toContain("Overdue");
  expect(english).toContain('data-tone="danger"');
});

test("a state without words is shown by its name", async () => {
  const html = await renderMarkup(<MachineStatus machine="device" state="onTheMoon" />);
  expect(html).toContain("onTheMoon");
});
