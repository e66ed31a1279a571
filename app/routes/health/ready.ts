import { log } from "#app/log.ts";
import { currentPortal } from "#app/portal.ts";

const patienceMilliseconds = 3000;

/** `GET /health/ready`: 200 where the database takes statements, else 503. */
export async function loader(): Promise<Response> {
  const headers = { "Content-Type": "text/plain; charset=utf-8" };
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("the database is slow")), patienceMilliseconds);
  });
  try {
    await Promise.race([currentPortal().database.ping(), tooLong]);
    return new Response("ready\n", { headers });
  } catch (error) {
    log.error({ err: error }, "not ready");
    return new Response("not ready\n", { status: 503, headers });
  } finally {
    clearTimeout(timer);
  }
}
