import type { Exchange, Reply } from "../http/exchange.ts";
import { PAGE_HEADERS } from "../http/layout.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Mail } from "../store/tables.ts";
import { listPage } from "./list-page.ts";
import { mailPage, missingPage } from "./mail-page.ts";

/**
 * `/mailbox` (with `?to=` for one recipient), `/mailbox/:id`, `/mailbox/:id/html` (the mail's own
 * HTML, for the frame) and `/mailbox/:id/attachments/:index`.
 */
export function answerMailbox(sandbox: Sandbox, exchange: Exchange): Reply {
  const [, , id, part, index] = exchange.path.split("/");
  if (!id) {
    const to = new URLSearchParams(exchange.query).get("to");
    return page(200, listPage(sandbox.store.all("mails").toReversed(), to));
  }
  const mail = sandbox.store.get("mails", id);
  if (!mail) return page(404, missingPage());
  if (part === "html") return framed(mail);
  if (part === "attachments") return attachment(mail, Number(index));
  return page(200, mailPage(mail));
}

function framed(mail: Mail): Reply {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy":
      "default-src 'none'; img-src data: https: http:; style-src 'unsafe-inline'; font-src data: https:; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
  };
  // Links of a mail open in the window, not inside the frame.
  return { status: 200, headers, body: `<base target="_top">${mail.html ?? ""}` };
}

function attachment(mail: Mail, index: number): Reply {
  const found = mail.attachments[index];
  if (!found) return page(404, missingPage());
  const headers = {
    "content-type": found.content_type ?? "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(found.filename)}`,
    "content-security-policy": "sandbox",
    "x-content-type-options": "nosniff",
  };
  return { status: 200, headers, body: Buffer.from(found.content, "base64") };
}

function page(status: number, body: string): Reply {
  return { status, headers: PAGE_HEADERS, body };
}
