import type { LoaderFunctionArgs } from "react-router";
import { requestContext } from "#app/middleware/context.ts";
import { currentPortal } from "#app/portal.ts";
import { answerScrape } from "#app/telemetry/answers.ts";
import { recordDenial } from "#app/usecases/audit/record-denial.ts";

/** `GET /metrics`: what this process counts, for the operator's scraper. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const portal = currentPortal();
  const { body, ...init } = await answerScrape(portal, request.headers.get("authorization"));
  if (init.status === 401) {
    const { requestId } = context.get(requestContext);
    await recordDenial(portal, { action: "GET /metrics", outcome: "refused: 401", requestId });
  }
  return new Response(body, init);
}
