import type { TextReply } from "../http/exchange.ts";

/** What a later version of the API might add to any object. */
const UNANNOUNCED = {
  unannounced_setting: { enabled: true, mode: "quantum" },
  unannounced_list: [1, null, "x"],
};

/** The object with members that nobody has heard of, beside its own. */
export function withExtraFields<T extends object>(object: T): T {
  return { ...object, ...UNANNOUNCED };
}

/** The answer with such members in its object, and in each object of a list. */
export function replyWithExtraFields<R extends TextReply>(reply: R): R {
  const value = JSON.parse(reply.body) as { object?: string; data?: object[] };
  const changed =
    value.object === "list" && value.data
      ? { ...value, data: value.data.map(withExtraFields) }
      : withExtraFields(value);
  return { ...reply, body: `${JSON.stringify(changed)}\n` };
}
