import { html } from "../http/html.ts";
import { layout, yen } from "../http/layout.ts";
import { testBanner } from "./card-page.ts";
import { TEXTS } from "./texts.ts";

/** The card issuer's own page: two buttons that choose how the authentication ends. */
export function challengePage(address: string, amount: number | null, last4: string): string {
  const lead =
    amount === null ? TEXTS.challengeSaveLead(last4) : TEXTS.challengeLead(yen(amount), last4);
  const content = html`<div class="narrow">
    <h1>${TEXTS.challengeTitle}</h1>
    <p>${lead}</p>
    <p class="support">${TEXTS.challengeNote}</p>
    <form method="post" action="${address}" style="margin-top:1.5rem">
      <button type="submit" name="result" value="pass">${TEXTS.challengePass}</button>
      <button type="submit" name="result" value="fail" class="secondary">
        ${TEXTS.challengeFail}
      </button>
    </form>
  </div>`;
  return layout(TEXTS.challengeTitle, testBanner(), content);
}

/** A page that only tells how things stand, with a link onwards where there is one. */
export function noticePage(
  title: string,
  text: string,
  link: { href: string; text: string } | null,
): string {
  const content = html`<div class="narrow">
    <h1>${title}</h1>
    <p>${text}</p>
    ${link !== null && html`<p><a class="link" href="${link.href}">${link.text}</a></p>`}
  </div>`;
  return layout(title, testBanner(), content);
}
