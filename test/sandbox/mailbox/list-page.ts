import { type Html, html } from "../http/html.ts";
import { layout } from "../http/layout.ts";
import type { Mail } from "../store/tables.ts";
import { bareAddress, isRecipient } from "./recipients.ts";
import { TEXTS } from "./texts.ts";

/** All mails, newest first, or those of one recipient; every recipient is a link that narrows the list. */
export function listPage(mails: Mail[], to: string | null): string {
  const shown = to === null ? mails : mails.filter((mail) => isRecipient(mail, to));
  const recipients = [...new Set(mails.flatMap((mail) => mail.to.map(bareAddress)))].toSorted();
  const content = html` <h1>
      ${TEXTS.title}${to !== null && html` <span class="support">${to}</span>`}
    </h1>
    ${recipients.length > 0 && filter(recipients, mails)}
    ${shown.length === 0 ? html`<p>${TEXTS.empty}</p>` : table(shown)}`;
  return layout(TEXTS.title, banner(), content);
}

export function banner(): Html {
  return html`<strong>${TEXTS.testMode}</strong>${TEXTS.banner}`;
}

function filter(recipients: string[], mails: Mail[]): Html {
  const links = recipients.map((address) => {
    const count = mails.filter((mail) => isRecipient(mail, address)).length;
    const href = `/mailbox?to=${encodeURIComponent(address)}`;
    return html`<li>
      <a class="link" href="${href}">${address}</a>
      <span class="support">${TEXTS.count(count)}</span>
    </li>`;
  });
  return html`<details open>
    <summary>${TEXTS.filterHeading}</summary>
    <ul>
      <li><a class="link" href="/mailbox">${TEXTS.allRecipients}</a></li>
      ${links}
    </ul>
  </details>`;
}

function table(mails: Mail[]): Html {
  const rows = mails.map(
    (mail) =>
      html`<tr>
        <td class="nowrap">${shownTime(mail.created_at)}</td>
        <td>${mail.to.join(", ")}</td>
        <td><a class="link" href="/mailbox/${mail.id}">${mail.subject}</a></td>
        <td>${TEXTS.states[mail.last_event]}</td>
      </tr>`,
  );
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${TEXTS.receivedAt}</th>
        <th scope="col">${TEXTS.recipient}</th>
        <th scope="col">${TEXTS.subject}</th>
        <th scope="col">${TEXTS.state}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

/** An ISO instant as `2026/03/31 09:05` in Japan. */
export function shownTime(iso: string): string {
  return new Date(iso).toLocaleString("ja-JP", {
    timeZone: "Asia/Tokyo",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
}
