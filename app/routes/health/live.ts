import { answerLive } from "#app/telemetry/answers.ts";

/** `GET /health/live`: the process answers. */
export function loader(): Response {
  const { body, ...init } = answerLive();
  return new Response(body, init);
}
