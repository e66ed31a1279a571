/** Paths that are proved by a signature over the body and called by servers, which send no origin. */
const signedPaths = /^\/webhooks\//;

const isLoopbackHost = (host: string) => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);

/**
 * The origin under which the portal is reached by this request: always the one it was told, whatever
 * the Host header says. Only a demonstration may also be reached through another loopback address
 * (localhost for 127.0.0.1, a forwarded port).
 */
export function portalOrigin(host: string | undefined, appUrl: string, demo: boolean): string {
  if (demo && host !== undefined && isLoopbackHost(host)) return `http://${host}`;
  return new URL(appUrl).origin;
}

/**
 * Whether a request that may change something comes from the portal's own pages. `headers` are
 * `origin` and `sec-fetch-site` as they came. Reading methods and signed webhooks need no proof; all
 * else needs the portal's own Origin, and where the browser says where it came from, `same-origin`.
 */
export function isOwnOrigin(
  request: { method: string; path: string; origin?: string; fetchSite?: string },
  ownOrigin: string,
): boolean {
  if (request.method === "GET" || request.method === "HEAD") return true;
  if (signedPaths.test(request.path)) return true;
  if (request.origin !== ownOrigin) return false;
  return request.fetchSite === undefined || request.fetchSite === "same-origin";
}
