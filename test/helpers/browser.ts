import { mkdirSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { chromium, type BrowserContext, type CDPSession, type Page } from "playwright-core";
import { findBundledChromium, findChromium } from "./chromium.ts";

export interface PageOptions {
  /** CSS pixels; the default is a desk's screen. 390 is a telephone's, 320 is what WCAG 1.4.10 asks for. */
  width?: number;
  /** Whether scripts run; forms must work without. */
  javaScript?: boolean;
  /** The browser's language. */
  locale?: string;
  /** Another page's context, to share its session; else the page begins without cookies. */
  context?: BrowserContext;
  /** Errors that this page is meant to have. */
  expectedErrors?: RegExp[];
}

export interface TestBrowser {
  newPage(options?: PageOptions): Promise<Page>;
  /** Throws what any page complained about since the last call: script errors, `console.error`,
   * answers of 500 and above, missing files, requests to other hosts. */
  expectNoErrors(): void;
  /** Closes the browser, then does as `expectNoErrors`. */
  close(): Promise<void>;
}

const launchFlags = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

const fileTypes = ["stylesheet", "script", "image", "font", "media", "manifest"];

function isOutside(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return /^(https?|wss?):$/.test(protocol) && !["127.0.0.1", "localhost"].includes(hostname);
}

/** Reports everything that a page should not do. */
function watch(page: Page, report: (problem: string) => void): void {
  page.on("pageerror", (error) => report(error.stack ?? error.message));
  page.on("console", (message) => {
    // The browser logs every refused form, too; statuses are judged by their kind below.
    const isStatus = message.text().startsWith("Failed to load resource: the server responded");
    if (message.type() === "error" && !isStatus) report(`console.error: ${message.text()}`);
  });
  page.on("response", (response) => {
    const status = response.status();
    const isMissingFile = status >= 400 && fileTypes.includes(response.request().resourceType());
    if (status >= 500 || isMissingFile) report(`${status} for ${response.url()}`);
  });
  page.on("request", (request) => {
    if (isOutside(request.url())) report(`request to another host: ${request.url()}`);
  });
}

/**
 * Starts Chromium with an empty profile of its own: the system's, or with `bundled` always the one
 * of npm. Only loopback addresses are reached.
 */
export async function openBrowser({ bundled = false } = {}): Promise<TestBrowser> {
  const found = await (bundled ? findBundledChromium() : findChromium());
  const browser = await chromium.launch({ ...found, args: launchFlags });
  let problems: string[] = [];
  const expectNoErrors = () => {
    const seen = problems;
    problems = [];
    if (seen.length > 0) throw new Error(`The pages had errors:\n${seen.join("\n")}`);
  };
  return {
    expectNoErrors,
    newPage: async ({
      width = 1280,
      javaScript = true,
      locale = "ja-JP",
      context,
      expectedErrors = [],
    } = {}) => {
      const viewport = { width, height: width < 600 ? 844 : 900 };
      const own = context ?? (await browser.newContext({ locale }));
      const page = await own.newPage();
      await page.setViewportSize(viewport);
      if (!javaScript) {
        scriptSwitches.set(page, await own.newCDPSession(page));
        await allowScripts(page, false);
      }
      watch(page, (problem) => {
        if (expectedErrors.some((pattern) => pattern.test(problem))) return;
        problems.push(`${page.url()}: ${problem}`);
      });
      return page;
    },
    close: async () => {
      await browser.close();
      expectNoErrors();
    },
  };
}

/** The switches of pages without scripts. Playwright's own option could not be undone for the checker. */
const scriptSwitches = new WeakMap<Page, CDPSession>();

async function allowScripts(page: Page, allowed: boolean): Promise<void> {
  const session = scriptSwitches.get(page);
  await session?.send("Emulation.setScriptExecutionDisabled", { value: !allowed });
}

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function findViolations(page: Page): Promise<axe.Result[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const checker = (globalThis as unknown as { axe: typeof axe }).axe;
    const runOnly = { type: "tag" as const, values };
    return (await checker.run({ runOnly, resultTypes: ["violations"] })).violations;
  }, standards);
}

/**
 * Throws with rule and element where the page fails WCAG 2.2 AA as far as axe can tell. The script is
 * evaluated from outside the page, so that its content security policy stays in force.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // The checker waits on timers, which stand still where scripts may not run.
  await allowScripts(page, true);
  const violations = await findViolations(page).finally(() => allowScripts(page, false));
  if (violations.length === 0) return;
  const lines = violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id}: ${violation.help}\n  ${node.html}\n  ${node.failureSummary ?? ""}`,
    ),
  );
  throw new Error(`${page.url()} is not accessible:\n${lines.join("\n")}`);
}

/** Writes the whole page to `.data/screenshots/<name>.png`. Returns the path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(process.cwd(), ".data/screenshots");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}
