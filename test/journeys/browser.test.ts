import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, openBrowser, type TestBrowser } from "#test/helpers/browser.ts";

const font = readFileSync(
  "node_modules/@fontsource/noto-sans-jp/files/noto-sans-jp-119-400-normal.woff2",
);
const body = (content: string) =>
  `<!doctype html><html lang="ja"><title>試験</title><link rel="icon" href="data:,"><main>${content}</main></html>`;
const pages: Record<string, string> = {
  "/good": body("<h1>見出し</h1><p>本文です。</p>"),
  "/unlabelled": body("<h1>見出し</h1><input>"),
  "/console": body(`<h1>見出し</h1><script nonce="n">console.error("broken")</script>`),
  "/throws": body(`<h1>見出し</h1><script nonce="n">throw new Error("broken")</script>`),
  "/noscript": body("<h1>見出し</h1><noscript><p>なし</p></noscript>"),
  "/missing-file": body(`<h1>見出し</h1><img src="/none.png" alt="なし">`),
  "/outside": body(`<h1>見出し</h1><img src="https://example.com/x.png" alt="外">`),
  "/inline": body(`<h1>見出し</h1><script>document.title = "ran"</script>`),
  "/font": body(
    `<style>@font-face { font-family: "Noto Sans JP"; src: url(/font.woff2) } h1 { font-family: "Noto Sans JP" }</style><h1>の</h1>`,
  ),
};

let server: Server;
let address: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? "";
    if (path === "/font.woff2") {
      response.writeHead(200, { "content-type": "font/woff2" }).end(font);
      return;
    }
    const page = pages[path];
    const policy =
      "default-src 'self'; script-src 'nonce-n'; style-src 'unsafe-inline'; img-src *  data:";
    response
      .writeHead(page === undefined ? 404 : 200, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": policy,
      })
      .end(page ?? body("<h1>ありません</h1>"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe.each([{ bundled: false }, { bundled: true }])("a browser, bundled: $bundled", (kind) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await openBrowser(kind);
  });
  afterAll(() => browser.close());

  test("finds nothing on a good page, with scripts and without, under its policy", async () => {
    for (const javaScript of [true, false]) {
      const page = await browser.newPage({ javaScript, width: 390 });
      await page.goto(`${address}/good`);
      await expectAccessible(page);
      expect(await page.evaluate(() => innerWidth)).toBe(390);
    }
    browser.expectNoErrors();
  });

  test("runs no script on a page without scripts, before the check and after it", async () => {
    const page = await browser.newPage({ javaScript: false });
    for (const path of ["/console", "/throws", "/noscript"]) {
      await page.goto(`${address}${path}`);
      await expectAccessible(page);
    }
    expect(await page.textContent("p")).toBe("なし");
    browser.expectNoErrors();
  });

  test("names the control that has no label", async () => {
    const page = await browser.newPage();
    await page.goto(`${address}/unlabelled`);
    await expect(expectAccessible(page)).rejects.toThrow(/label: .*\n.*<input>/);
  });

  test.each([
    ["/console", "console.error: broken"],
    ["/throws", "Error: broken"],
    ["/missing-file", "404 for"],
    ["/outside", "request to another host"],
    ["/inline", "Content Security Policy"],
  ])("reports what %s does", async (path, problem) => {
    const page = await browser.newPage();
    await page.goto(`${address}${path}`);
    expect(() => browser.expectNoErrors()).toThrow(problem);
    expect(() => browser.expectNoErrors()).not.toThrow();
  });

  test("lets a page that is not there be, and an error that is expected", async () => {
    const page = await browser.newPage({ expectedErrors: [/broken/] });
    await page.goto(`${address}/nowhere`);
    await page.goto(`${address}/console`);
    browser.expectNoErrors();
  });

  test("loads the Japanese font that the page brings", async () => {
    const page = await browser.newPage();
    await page.goto(`${address}/font`);
    const states = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].map((face) => face.status);
    });
    expect(states).toEqual(["loaded"]);
  });
});
