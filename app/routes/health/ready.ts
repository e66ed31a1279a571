import { currentPortal } from "#app/portal.ts";
import { answerReady } from "#app/telemetry/answers.ts";

/** `GET /health/ready`: 200 where this process should be given requests, else 503. */
export async function loader(): Promise<Response> {
  const { body, ...init } = await answerReady(currentPortal());
  return new Response(body, init);
}
