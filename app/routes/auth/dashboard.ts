import { redirect } from "react-router";
import { homeOf } from "#app/access.ts";
import { userContext } from "#app/middleware/context.ts";
import type { Route } from "./+types/dashboard.ts";

/** `GET /dashboard`: on to the first page of the person's own area. */
export function loader({ context }: Route.LoaderArgs) {
  return redirect(homeOf(context.get(userContext)?.roles ?? []), 303);
}
