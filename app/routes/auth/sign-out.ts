import { redirect } from "react-router";
import { callerOf } from "#app/middleware/session.ts";
import { currentPortal } from "#app/portal.ts";
import { signOut } from "#app/usecases/accounts/sign-out.ts";
import type { Route } from "./+types/sign-out.ts";

/** `POST /sign-out`: ends the session and leaves nothing of it in the browser. */
export async function action({ request, context }: Route.ActionArgs) {
  const headers = await signOut(currentPortal(), callerOf(request, context));
  headers.set("Clear-Site-Data", '"cache"');
  return redirect("/", { status: 303, headers });
}
