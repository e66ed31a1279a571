import type { ActionFunctionArgs } from "react-router";
import { receiveStripeEvent } from "#app/usecases/webhooks/receive-stripe-event.ts";
import { answerOf, readRawBody } from "./raw-body.ts";

/** `POST /webhooks/stripe`: 200 once the event is stored, 400 for what Stripe has not signed. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== "POST") return answerOf("method");
  const rawBody = await readRawBody(request);
  if (!rawBody) return answerOf("tooLarge");
  return answerOf(await receiveStripeEvent(rawBody, request.headers.get("stripe-signature")));
}

export function loader(): Response {
  return answerOf("method");
}
