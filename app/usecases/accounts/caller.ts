import { addressHeader } from "#app/accounts.ts";

/** The browser that asks: what it sent along, and where it is. */
export interface Caller {
  cookie: string | null;
  userAgent: string;
  ipAddress: string;
}

/** The headers that the account library sees; nothing else of the request reaches it. */
export function callerHeaders(caller: Caller): Headers {
  const headers = new Headers({
    "user-agent": caller.userAgent,
    [addressHeader]: caller.ipAddress,
  });
  if (caller.cookie !== null) headers.set("cookie", caller.cookie);
  return headers;
}

/** Only the cookies of an answer of the account library. */
export function cookiesOf(from: Headers): Headers {
  const cookies = new Headers();
  for (const cookie of from.getSetCookie()) cookies.append("Set-Cookie", cookie);
  return cookies;
}
