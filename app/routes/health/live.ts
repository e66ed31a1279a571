/** `GET /health/live`: the process answers. */
export function loader(): Response {
  return new Response("live\n", { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
