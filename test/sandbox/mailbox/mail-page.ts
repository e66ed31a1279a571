import { escapeHtml, type Html, html } from "../http/html.ts";
import { layout } from "../http/layout.ts";
import type { Mail } from "../store/tables.ts";
import { banner, shownTime } from "./list-page.ts";
import { TEXTS } from "./texts.ts";

/** One mail: its headers, its HTML in a sandboxed frame, its text with working links, attachments. */
export function mailPage(mail: Mail): string {
  const content = html` <p><a class="link" href="/mailbox">← ${TEXTS.back}</a></p>
    <h1>${mail.subject}</h1>
    <dl>
      <dt>${TEXTS.from}</dt>
      <dd>${mail.from}</dd>
      <dt>${TEXTS.recipient}</dt>
      <dd>${[...mail.to, ...(mail.cc ?? [])].join(", ")}</dd>
      <dt>${TEXTS.receivedAt}</dt>
      <dd>${shownTime(mail.created_at)}</dd>
      <dt>${TEXTS.state}</dt>
      <dd>${TEXTS.states[mail.last_event]}</dd>
    </dl>
    ${mail.attachments.length > 0 && attachments(mail)}
    ${
      mail.html !== null &&
      html`<h2>${TEXTS.htmlPart}</h2>
        <iframe
          src="/mailbox/${mail.id}/html"
          title="${TEXTS.htmlPart}"
          sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
        ></iframe>`
    }
    ${
      mail.text !== null &&
      html`<h2>${TEXTS.textPart}</h2>
        <pre>${linked(mail.text)}</pre>`
    }`;
  return layout(`${mail.subject} - ${TEXTS.title}`, banner(), content);
}

export function missingPage(): string {
  const content = html`<h1>${TEXTS.notFoundTitle}</h1>
    <p><a class="link" href="/mailbox">${TEXTS.back}</a></p>`;
  return layout(TEXTS.notFoundTitle, banner(), content);
}

function attachments(mail: Mail): Html {
  const links = mail.attachments.map(
    (file, index) =>
      html`<li>
        <a class="link" href="/mailbox/${mail.id}/attachments/${index}">${file.filename}</a>
      </li>`,
  );
  return html`<h2>${TEXTS.attachments}</h2>
    <ul>
      ${links}
    </ul>`;
}

/** Plain text with its web addresses made into links. */
function linked(text: string): Html {
  const markup = text
    .split(/(https?:\/\/[^\s<>"'、。」）]+)/)
    .map((piece, index) => {
      const safe = escapeHtml(piece);
      return index % 2 === 1 ? `<a href="${safe}">${safe}</a>` : safe;
    })
    .join("");
  return { markup };
}
