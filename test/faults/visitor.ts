import { setTimeout as pause } from "node:timers/promises";

export interface Answer {
  status: number;
  /** Where it redirects to, as an absolute address, or null. */
  location: string | null;
  html: string;
}

/** Somebody at a browser: cookies are kept, forms carry their origin, redirects are not followed. */
export interface Visitor {
  get(address: string): Promise<Answer>;
  /** Sends a form; without an answer, sends the very same form again, as people do. */
  post(address: string, fields: readonly [string, string][]): Promise<Answer>;
}

/** What the visitors met, counted over all of them. */
export interface Weather {
  /** Requests that were sent and got no answer: the portal died on them. */
  broken: number;
  /** Requests that found nobody listening. */
  unreachable: number;
  /** Answers that ask to come again. */
  busy: number;
  /**
   * When something inside failed, by `performance.now()`; null where no answer may say so. A run that
   * takes the database away judges afterwards whether each had its reason.
   */
  failures: { at: number; address: string }[] | null;
}

export const calmWeather = (): Weather => ({
  broken: 0,
  unreachable: 0,
  busy: 0,
  failures: null,
});

/** Whether somebody would come again after such an answer; counts it. */
function isComeAgain(status: number, address: string, weather: Weather): boolean {
  if (status === 502) weather.unreachable += 1;
  else if (status === 503) weather.busy += 1;
  else if (status === 500 && weather.failures) {
    weather.failures.push({ at: performance.now(), address });
  } else return false;
  return true;
}

const answerSeconds = 30;
const patienceSeconds = 120;

function isRefused(error: unknown): boolean {
  const cause = (error as { cause?: { code?: string } }).cause;
  return cause?.code === "ECONNREFUSED";
}

/** Remembers what a response sets and drops what it takes away. */
function keepCookies(jar: Map<string, string>, response: Response): void {
  for (const cookie of response.headers.getSetCookie()) {
    const [pair = "", ...attributes] = cookie.split(";");
    const [name = "", ...value] = pair.split("=");
    if (attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) jar.delete(name.trim());
    else jar.set(name.trim(), value.join("="));
  }
}

/**
 * A visitor of the portal at `origin`, such as `http://127.0.0.1:3000`. What gets no answer, or one
 * that asks to come again, is sent again for two minutes; then it throws.
 */
export function openVisitor(origin: string, weather: Weather): Visitor {
  const jar = new Map<string, string>();
  const once = async (url: URL, init: RequestInit): Promise<Answer> => {
    const isOwn = url.origin === origin;
    const headers = new Headers(init.headers);
    headers.set("user-agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0.0.0");
    headers.set("accept-language", "ja");
    if (isOwn) headers.set("cookie", [...jar].map((pair) => pair.join("=")).join("; "));
    if (init.method === "POST") headers.set("origin", origin);
    const signal = AbortSignal.timeout(answerSeconds * 1000);
    const response = await fetch(url, { ...init, headers, signal, redirect: "manual" });
    const html = await response.text();
    if (isOwn) keepCookies(jar, response);
    const to = response.headers.get("location");
    return { status: response.status, location: to && new URL(to, url).href, html };
  };
  const untilAnswered = async (address: string, init: RequestInit): Promise<Answer> => {
    const url = new URL(address, origin);
    const giveUp = performance.now() + patienceSeconds * 1000;
    for (;;) {
      try {
        const answer = await once(url, init);
        if (!isComeAgain(answer.status, address, weather)) return answer;
        if (performance.now() > giveUp) return answer;
      } catch (error) {
        if (performance.now() > giveUp) throw error;
        if (isRefused(error)) weather.unreachable += 1;
        else weather.broken += 1;
      }
      await pause(150);
    }
  };
  return {
    get: (address) => untilAnswered(address, {}),
    post: (address, fields) =>
      untilAnswered(address, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(fields.map((pair) => [...pair])).toString(),
      }),
  };
}
