import { newIdentifier } from "#app/identifier.ts";
import { formatCount } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { localeContext } from "#app/middleware/context.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { withdrawVersion } from "#app/usecases/terms/announce-version.ts";
import { readVersionForStaff } from "#app/usecases/terms/read-versions.ts";
import { TextDifference } from "../terms/text-difference.tsx";
import type { Route } from "./+types/terms-version.ts";
import { ReviewForm } from "./notices/review-form.tsx";
import { staffAction } from "./staff-action.ts";
import { DraftArticles } from "./terms/draft-articles.tsx";
import { VersionFacts } from "./terms/version-facts.tsx";
import { versionPage } from "./terms/version-page.ts";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const locale = context.get(localeContext);
  const principal = principalOf(context);
  return {
    read: await answer(() => readVersionForStaff(principal, params.version, locale)),
    clickId: newIdentifier(),
    step: search.get("step"),
    done: search.get("done"),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { version } = params;
  const target = { version, clickId: String(form.get("clickId") ?? "") };
  return staffAction(versionPage(version), "withdraw", async () => {
    await withdrawVersion(principalOf(context), target);
    return { done: "withdrawn" };
  });
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function TermsVersionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { read, clickId, step, done } = loaderData;
  const t = useMessages().terms;
  const locale = useLocale();
  const { version, affected, difference } = read;
  const { status } = version;
  const isDraft = status === "draft";
  const isOpen = isDraft || status === "announced";
  const page = versionPage(version.version);
  const isTerms = version.document === "terms";
  return (
    <>
      <PageHeader
        title={t.versionOf(read.document.name[locale], version.label)}
        trail={[{ to: "/operations/terms", label: t.title }]}
        status={<MachineStatus machine="termsVersion" state={status} />}
        actions={
          step === null && isOpen ? (
            <>
              {isDraft ? (
                <LinkButton to={`${page}/announcement`}>{t.staff.announce}</LinkButton>
              ) : null}
              <LinkButton to="?step=withdraw" look="secondary">
                {t.staff.withdraw}
              </LinkButton>
            </>
          ) : null
        }
      />
      <div className="flex flex-col gap-10">
        {actionData ? <Notice kind="error" live title={t.staff.conflict} /> : null}
        {done && t.staff.done[done] ? (
          <Notice kind="success" live title={t.staff.done[done]} />
        ) : null}
        {step === "withdraw" && isOpen ? (
          <ReviewForm
            title={t.staff.withdrawal.title(version.version)}
            happens={
              isDraft
                ? t.staff.withdrawal.draft
                : t.staff.withdrawal.announced(formatCount(affected.customers))
            }
            intent="withdraw"
            submit={t.staff.withdrawal.submit}
            danger
            clickId={clickId}
            back={{ to: page, label: t.staff.withdrawal.back }}
          />
        ) : (
          <>
            <VersionFacts read={read} />
            <TextDifference difference={difference} isTerms={isTerms} />
            {isDraft ? <DraftArticles version={version} /> : null}
          </>
        )}
      </div>
    </>
  );
}
