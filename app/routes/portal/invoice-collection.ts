import { redirect } from "react-router";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { changeCollection } from "#app/usecases/cards/invoice-collection.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/invoice-collection.ts";

/** `POST /portal/invoices/:invoiceId/collection`: stops the automatic payment of an invoice, or resumes it. */
export async function action({ params, context, request }: Route.ActionArgs): Promise<Response> {
  const form = await request.formData();
  const step = form.get("step") === "resume" ? "resume" : "stop";
  const commandId = String(form.get("commandId") ?? "");
  const { invoiceId } = params;
  const changed = await answer(async () => {
    try {
      await changeCollection(principalOf(context), invoiceId, step, commandId);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.code === "conflict") return false;
      throw error;
    }
  });
  const page = `/portal/invoices/${invoiceId}`;
  return redirect(changed ? page : `${page}?collection=changed`, 303);
}
