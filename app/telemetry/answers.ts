import { createHash, timingSafeEqual } from "node:crypto";
import type { Portal } from "../portal.ts";

/** What a prober or a scraper gets, on whichever listener it asks. */
export interface ProbeAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const text = (status: number, line: string): ProbeAnswer => ({
  status,
  headers: { "Content-Type": "text/plain; charset=utf-8" },
  body: `${line}\n`,
});

/** The process answers; also while it stops, and while its database does not. */
export function answerLive(): ProbeAnswer {
  return text(200, "live");
}

/** 200 where the process should be given work, else 503. */
export async function answerReady({ readiness }: Pick<Portal, "readiness">): Promise<ProbeAnswer> {
  return (await readiness.isReady()) ? text(200, "ready") : text(503, "not ready");
}

const digest = (value: string) => createHash("sha256").update(value).digest();

/**
 * The metrics, for whoever shows the operator's token (`Authorization: Bearer …`): 401 for others, 404
 * where there is no token and so nobody may have them.
 */
export async function answerScrape(
  { metrics, metricsToken }: Pick<Portal, "metrics" | "metricsToken">,
  authorization: string | null,
): Promise<ProbeAnswer> {
  if (metricsToken === null) return text(404, "not found");
  const [, shown = ""] = /^Bearer +(\S+)$/i.exec(authorization ?? "") ?? [];
  if (!timingSafeEqual(digest(shown), digest(metricsToken))) {
    const refused = text(401, "unauthorized");
    return { ...refused, headers: { ...refused.headers, "WWW-Authenticate": "Bearer" } };
  }
  const body = await metrics.scrape();
  return { status: 200, headers: { "Content-Type": metrics.contentType }, body };
}
