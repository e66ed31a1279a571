import { redirect } from "react-router";
import type { ActionFunctionArgs } from "react-router";

import { isLocale } from "#app/i18n/messages.ts";
import { safeReturnTo } from "#app/middleware/return-to.ts";
import { currentPortal } from "#app/portal.ts";

const oneYearInSeconds = 365 * 24 * 60 * 60;

/** `POST /language` with `locale` and `returnTo`: remembers the language and goes back; 400 for another. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const locale = form.get("locale");
  if (!isLocale(locale)) throw new Response(null, { status: 400 });
  const secure = currentPortal().appUrl.startsWith("https:") ? "; Secure" : "";
  return redirect(safeReturnTo(form.get("returnTo"), "/"), {
    status: 303,
    headers: {
      "Set-Cookie": `locale=${locale}; Path=/; Max-Age=${oneYearInSeconds}; SameSite=Lax; HttpOnly${secure}`,
    },
  });
}
