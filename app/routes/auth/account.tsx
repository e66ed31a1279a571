import { sessionTokenContext, userContext } from "#app/middleware/context.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { currentPortal } from "#app/portal.ts";
import { isStaff } from "#app/access.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { readOwnAccount } from "#app/usecases/accounts/own-account.ts";
import type { Route } from "./+types/account.ts";
import { accountAction } from "./account-action.ts";
import { PasswordForm } from "./account-password.tsx";
import { ProfileForm } from "./account-profile.tsx";
import { SecondFactor } from "./account-second-factor.tsx";
import { Sessions } from "./account-sessions.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = context.get(userContext);
  if (!user) throw new Response(null, { status: 403 });
  const portal = currentPortal();
  const account = await readOwnAccount(portal, user.userId, context.get(sessionTokenContext) ?? "");
  return {
    account,
    twoFactor: user.twoFactor,
    mustEnrol: isStaff(user.roles) && !user.twoFactor && !portal.demo,
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export const action = (args: Route.ActionArgs) => accountAction(args);

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages();
  const words = t.auth.account;
  const { account, saved, twoFactor, mustEnrol } = loaderData;
  const notices: Record<string, string> = {
    profile: words.saved,
    password: words.passwordChanged,
    session: words.sessionEnded,
    "second-factor": words.completed,
  };
  const notice = saved !== null && Object.hasOwn(notices, saved) ? notices[saved] : undefined;
  const result = actionData?.result;
  const intent = result?.initialValue?.["intent"];
  const enrolment = actionData && "enrolment" in actionData ? actionData.enrolment : undefined;
  const secondFactor = (
    <SecondFactor
      on={twoFactor}
      needed={mustEnrol}
      enrolment={enrolment}
      lastResult={intent === "begin" || intent === "complete" ? result : undefined}
    />
  );
  const comesFirst = mustEnrol || enrolment !== undefined;
  return (
    <>
      <PageHeader title={words.title} failed={result?.status === "error"} />
      {notice && !actionData ? (
        <Notice kind="success" live title={notice} className="mb-8" />
      ) : null}
      <div className="flex max-w-3xl flex-col gap-12">
        {comesFirst ? secondFactor : null}
        <ProfileForm profile={account} lastResult={intent === "profile" ? result : undefined} />
        <PasswordForm lastResult={intent === "password" ? result : undefined} />
        {comesFirst ? null : secondFactor}
        <Sessions sessions={account.sessions} />
      </div>
    </>
  );
}
