import type { Sandbox } from "../sandbox.ts";
import type { Mail } from "../store/tables.ts";
import { invalidField } from "./errors.ts";

const MOST = 100;
const USUAL = 20;

/**
 * The sent mails, latest first, as `GET /emails` shows them: without content and tags. `after` and
 * `before` name a mail of the list that itself is left out.
 */
export function listMails({ store }: Sandbox, query: string): object {
  const parameters = new URLSearchParams(query);
  const limit = Number(parameters.get("limit") ?? USUAL);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) {
    throw invalidField("The `limit` must be a number between 1 and 100.");
  }
  const [after, before] = [parameters.get("after"), parameters.get("before")];
  if (after !== null && before !== null) {
    throw invalidField("You can only use either `after` or `before`, not both.");
  }
  const mails = store.all("mails").toReversed();
  if (before !== null) {
    const end = positionOf(mails, before);
    return page(mails.slice(Math.max(0, end - limit), end), end > limit);
  }
  const rest = after === null ? mails : mails.slice(positionOf(mails, after) + 1);
  return page(rest.slice(0, limit), rest.length > limit);
}

function page(mails: readonly Mail[], hasMore: boolean): object {
  const data = mails.map(
    ({ id, message_id, to, from, created_at, subject, bcc, cc, reply_to, last_event }) => ({
      ...{ id, message_id, to, from, created_at, subject, bcc, cc, reply_to, last_event },
      scheduled_at: null,
    }),
  );
  return { object: "list", has_more: hasMore, data };
}

function positionOf(mails: readonly Mail[], id: string): number {
  const position = mails.findIndex((mail) => mail.id === id);
  if (position < 0) throw invalidField("The pagination cursor names no email.");
  return position;
}
