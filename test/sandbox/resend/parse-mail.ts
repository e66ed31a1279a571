import type { Mail, MailAttachment } from "../store/tables.ts";
import { invalidField, MailError } from "./errors.ts";

/** A mail as asked for, before it gets an id. */
export type MailDraft = Omit<
  Mail,
  "id" | "created_at" | "message_id" | "last_event" | "idempotency_key"
>;

const FIELDS = new Set([
  "attachments",
  "bcc",
  "cc",
  "from",
  "headers",
  "html",
  "reply_to",
  "subject",
  "tags",
  "text",
  "to",
]);
const MOST_RECIPIENTS = 50;
const MOST_ATTACHMENT_BYTES = 40 * 1024 * 1024;

/** Checks one mail of a request and throws Resend's 422 for what is missing or wrong. */
export function parseMail(value: unknown): MailDraft {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw invalidField("The request body must be an object.");
  }
  const body = value as Record<string, unknown>;
  const unknown = Object.keys(body).find((key) => !FIELDS.has(key));
  if (unknown) throw invalidField(`Unrecognized key: \`${unknown}\`.`);
  for (const name of ["from", "to", "subject"]) {
    if (body[name] === undefined || body[name] === "") throw missing(name);
  }
  if (body["html"] === undefined && body["text"] === undefined) throw missing("html` or `text");
  const to = addresses(body["to"], "to");
  const cc = body["cc"] === undefined ? null : addresses(body["cc"], "cc");
  const bcc = body["bcc"] === undefined ? null : addresses(body["bcc"], "bcc");
  if (to.length === 0) throw missing("to");
  if (to.length + (cc?.length ?? 0) + (bcc?.length ?? 0) > MOST_RECIPIENTS) {
    throw invalidField(`The number of recipients must not exceed ${MOST_RECIPIENTS}.`);
  }
  return {
    from: address(body["from"], "from"),
    to,
    cc,
    bcc,
    reply_to: body["reply_to"] === undefined ? null : addresses(body["reply_to"], "reply_to"),
    subject: line(body["subject"], "subject"),
    html: content(body["html"], "html"),
    text: content(body["text"], "text"),
    headers: headers(body["headers"]),
    tags: tags(body["tags"]),
    attachments: attachments(body["attachments"]),
  };
}

function addresses(value: unknown, name: string): string[] {
  return (Array.isArray(value) ? value : [value]).map((item) => address(item, name));
}

/** `mail@example.com` or `Name <mail@example.com>`. */
function address(value: unknown, name: string): string {
  const text = line(value, name);
  const bare = /<([^<>]+)>$/.exec(text)?.[1] ?? text;
  if (/^[^\s@<>,]+@[^\s@<>,]+\.[^\s@<>,]+$/.test(bare)) return text;
  throw invalidField(
    `Invalid \`${name}\` field. The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`,
  );
}

/** Text for a mail header: a line break would let the writer add headers of his own. */
function line(value: unknown, name: string): string {
  if (typeof value !== "string") throw invalidField(`The \`${name}\` field must be a string.`);
  if (/[\r\n]/.test(value))
    throw invalidField(`The \`\\n\` is not allowed in the \`${name}\` field.`);
  return value;
}

function content(value: unknown, name: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") throw invalidField(`The \`${name}\` field must be a string.`);
  return value;
}

function headers(value: unknown): Record<string, string> {
  if (value === undefined) return {};
  if (typeof value !== "object" || value === null)
    throw invalidField("The `headers` field must be an object.");
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => [line(name, "headers"), line(text, "headers")]),
  );
}

function tags(value: unknown): { name: string; value: string }[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw invalidField("The `tags` field must be an array.");
  return value.map((tag: { name?: unknown; value?: unknown } | null) => {
    const { name, value: text } = tag ?? {};
    if (!isTagText(name) || !isTagText(text)) {
      throw invalidField(
        "Tags should only contain ASCII letters, numbers, underscores, or dashes.",
      );
    }
    return { name, value: text };
  });
}

function isTagText(value: unknown): value is string {
  return typeof value === "string" && /^[A-Za-z0-9_-]{1,256}$/.test(value);
}

function attachments(value: unknown): MailAttachment[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw invalidField("The `attachments` field must be an array.");
  let size = 0;
  const parsed = value.map((item: Record<string, unknown> | null) => {
    const { filename, content: bytes, content_type: type } = item ?? {};
    if (typeof bytes !== "string" || typeof filename !== "string") {
      throw new MailError(
        422,
        "invalid_attachment",
        "Attachment must have `filename` and `content`.",
      );
    }
    size += bytes.length;
    return {
      filename: line(filename, "filename"),
      content: bytes,
      content_type: content(type, "content_type"),
    };
  });
  if (size > MOST_ATTACHMENT_BYTES) {
    throw new MailError(422, "invalid_attachment", "Attachments must not exceed 40MB in total.");
  }
  return parsed;
}

function missing(name: string): MailError {
  return new MailError(422, "missing_required_field", `Missing \`${name}\` field.`);
}
