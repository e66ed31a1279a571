import { data, Link } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { currentPortal } from "#app/portal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { deviceCookie } from "#app/usecases/accounts/known-device.ts";
import { verifyEmail } from "#app/usecases/accounts/verify-email.ts";
import type { Route } from "./+types/verify-email.ts";
import { ColumnForm } from "./form.tsx";

/** Looking at the page changes nothing: mail scanners open links, too. */
export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get("token") ?? "" };
}

export async function action({ request }: Route.ActionArgs) {
  const portal = currentPortal();
  const token = (await request.formData()).get("token");
  const userId = typeof token === "string" ? await verifyEmail(portal, token) : null;
  if (userId === null) return data({ done: false }, { status: 422 });
  const headers = { "Set-Cookie": deviceCookie(portal.secrets, userId) };
  return data({ done: true }, { headers });
}

export default function VerifyEmail({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages();
  const words = t.auth.verify;
  if (actionData?.done) {
    return (
      <>
        <PageHeader title={words.doneTitle} lead={words.done} />
        <LinkButton to="/sign-in">{t.auth.signIn.title}</LinkButton>
      </>
    );
  }
  if (actionData || loaderData.token === "") {
    return (
      <>
        <PageHeader title={words.failedTitle} lead={words.failed} failed />
        <p className="mb-6">{words.failedRemedy}</p>
        <Link to="/sign-up/sent">{words.resend}</Link>
      </>
    );
  }
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <ColumnForm id="verify" submit={words.submit}>
        <input type="hidden" name="token" value={loaderData.token} />
      </ColumnForm>
    </>
  );
}
