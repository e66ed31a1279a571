import { type Exchange, header } from "../http/exchange.ts";
import type { Sandbox } from "../sandbox.ts";
import { acceptMail } from "./accept-mail.ts";
import { invalidField, MailError } from "./errors.ts";
import { parseJson } from "./parse-json.ts";
import { type MailDraft, parseMail } from "./parse-mail.ts";

const MOST_MAILS = 100;

/**
 * Up to 100 mails in one request. `x-batch-validation: strict` (default) refuses the whole batch for
 * one wrong mail; `permissive` sends the rest and lists the wrong ones by index.
 */
export function sendBatch(
  sandbox: Sandbox,
  exchange: Exchange,
  _id: string,
  key: string | null,
): object {
  const permissive = header(exchange, "x-batch-validation") === "permissive";
  const drafts: MailDraft[] = [];
  const errors: { index: number; message: string }[] = [];
  for (const [index, item] of mailsOf(exchange.body).entries()) {
    try {
      drafts.push(parseBatchMail(item));
    } catch (error) {
      if (!permissive || !(error instanceof MailError)) throw error;
      errors.push({ index, message: error.message });
    }
  }
  const data = drafts.map((draft) => ({ id: acceptMail(sandbox, draft, key).id }));
  return permissive ? { data, errors } : { data };
}

function mailsOf(body: string): unknown[] {
  const value = parseJson(body);
  if (!Array.isArray(value)) throw invalidField("The request body must be an array of emails.");
  if (value.length === 0 || value.length > MOST_MAILS) {
    throw invalidField(`A batch must hold between 1 and ${MOST_MAILS} emails.`);
  }
  return value;
}

function parseBatchMail(item: unknown): MailDraft {
  const draft = parseMail(item);
  if (draft.attachments.length > 0) {
    throw invalidField("The `attachments` field is not supported in batches.");
  }
  return draft;
}
