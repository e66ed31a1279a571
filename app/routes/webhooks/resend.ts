import type { ActionFunctionArgs } from "react-router";
import { receiveMailEvent } from "#app/usecases/webhooks/receive-mail-event.ts";
import { answerOf, readRawBody } from "./raw-body.ts";

/** `POST /webhooks/resend`: 200 once the event is stored, 400 for what Resend has not signed. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== "POST") return answerOf("method");
  const rawBody = await readRawBody(request);
  if (!rawBody) return answerOf("tooLarge");
  return answerOf(await receiveMailEvent(rawBody, request.headers));
}

export function loader(): Response {
  return answerOf("method");
}
