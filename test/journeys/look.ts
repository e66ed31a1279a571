import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectAccessible, screenshot } from "#test/helpers/browser.ts";

/**
 * Checks a page on a telephone and on a desk and keeps its pictures as `name-375` and `name-1440`: nothing may
 * stick out. The page has its own size again afterwards.
 */
export async function lookTwice(page: Page, name: string): Promise<void> {
  const own = page.viewportSize();
  for (const width of [375, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
    await screenshot(page, `${name}-${width}`);
    const sticksOut = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sticksOut, `${name} at ${width}`).toBeLessThanOrEqual(0);
  }
  if (own) await page.setViewportSize(own);
}
