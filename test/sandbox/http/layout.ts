import { FONT_STYLES } from "./fonts.ts";
import { type Html, html } from "./html.ts";

const STYLE = `
:root{--text:#1a1a1a;--support:#595959;--line:#d0d0d8;--link:#0017c1;--error:#ce0000;--pale:#f5f6fa}
*{box-sizing:border-box}
body{margin:0;color:var(--text);background:#fff;font:16px/1.7 "Noto Sans JP","Hiragino Sans","Yu Gothic Medium","Meiryo",sans-serif}
a{color:var(--link);text-underline-offset:.2em}
h1{font-size:1.6rem;line-height:1.4;margin:0 0 1rem}h2{font-size:1.15rem;line-height:1.4;margin:0 0 .75rem}
.banner{background:#fff3cd;border-bottom:2px solid #b78600;padding:.5rem 1rem;font-size:.9rem;text-align:center}
.banner strong{border:1px solid #7a5900;border-radius:4px;padding:.05rem .5rem;margin-right:.5rem;white-space:nowrap}
main{max-width:64rem;margin:0 auto;padding:2rem 1rem 4rem}
.columns{display:grid;gap:2.5rem;grid-template-columns:1fr}
@media(min-width:52rem){.columns{grid-template-columns:5fr 6fr}}
.narrow{max-width:34rem}
.panel{background:var(--pale);border:1px solid var(--line);border-radius:12px;padding:1.5rem}
.total{font-size:2rem;font-weight:700;line-height:1.3;font-variant-numeric:tabular-nums;margin:0 0 1rem}
.support,.hint{color:var(--support);font-size:.9rem;margin:0}
table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.4}
th,td{border-bottom:1px solid var(--line);padding:.55rem .4rem;text-align:left;vertical-align:top}
.nowrap{white-space:nowrap;font-variant-numeric:tabular-nums}td .link{min-height:0}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.field{margin:0 0 1.25rem}.field label{font-weight:700;display:block}
.required{color:var(--error);font-size:.85rem;font-weight:400;margin-left:.4rem;white-space:nowrap}
input{font:inherit;width:100%;min-height:48px;padding:.5rem .75rem;border:1px solid #5f5f6b;border-radius:8px;background:#fff}
input[aria-invalid=true]{border:2px solid var(--error)}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem;align-items:end}
.field-error{color:var(--error);font-weight:700;margin:.15rem 0;font-size:.9rem}
button,.button{font:inherit;font-weight:700;min-height:48px;width:100%;padding:.6rem 1rem;border-radius:8px;border:2px solid var(--link);background:var(--link);color:#fff;cursor:pointer}
button.secondary{background:#fff;color:var(--link);margin-top:.75rem}
button:hover{text-decoration:underline}
:focus-visible{outline:4px solid #000;outline-offset:2px;box-shadow:0 0 0 2px #ffd43d}
.summary{border:3px solid var(--error);border-radius:8px;padding:1rem 1.25rem;margin:0 0 1.5rem}
.summary h2{color:var(--error)}.summary ul{margin:0;padding-left:1.25rem}.summary a{color:var(--error)}
.link{display:inline-flex;align-items:center;min-height:44px}
summary{cursor:pointer;padding:.6rem 0;font-weight:700}
code,.mono{font-family:ui-monospace,"Cascadia Mono",Menlo,monospace;font-size:.92em;white-space:nowrap}
iframe{width:100%;min-height:34rem;border:1px solid var(--line);border-radius:8px;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--pale);border:1px solid var(--line);border-radius:8px;padding:1rem;font:inherit}
dl{display:grid;grid-template-columns:8rem 1fr;gap:.25rem 1rem;margin:0 0 1.5rem}dt{font-weight:700}dd{margin:0;overflow-wrap:anywhere}
`;

/** A whole Japanese page, marked as one of the test environment. */
export function layout(title: string, banner: Html, content: Html): string {
  return html`<!doctype html>
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${FONT_STYLES.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
        <style>
          ${{ markup: STYLE }}
        </style>
      </head>
      <body>
        <header class="banner">${banner}</header>
        <main>${content}</main>
      </body>
    </html> `.markup;
}

/** A page's headers; frames and forms stay within reach of the pages that need them. */
export const PAGE_HEADERS: Record<string, string> = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
};

/** Whole yen as `¥1,234`. */
export function yen(amount: number): string {
  return `¥${amount.toLocaleString("ja-JP")}`;
}
