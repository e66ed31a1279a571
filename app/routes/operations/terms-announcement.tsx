import { data, Form, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { formatCount, formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { typedFields, type TypedFields } from "#app/usecases/notices/typed-fields.ts";
import { Problem } from "#app/usecases/problem.ts";
import { announceVersion, type AnnouncementReview } from "#app/usecases/terms/announce-version.ts";
import { announcementFields } from "#app/usecases/terms/announcement-form.ts";
import { readDraftArticle } from "#app/usecases/terms/draft-version.ts";
import type { Route } from "./+types/terms-announcement.ts";
import { LineField } from "./notices/line-field.tsx";
import { ReviewForm } from "./notices/review-form.tsx";
import { versionPage } from "./terms/version-page.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  // Only a draft can be announced: what is none has no article to read for its form.
  await answer(() => readDraftArticle(principalOf(context), params.version, 1));
  return { clickId: newIdentifier() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const typed = typedFields(form);
  const intent = String(form.get("intent") ?? "");
  if (intent === "edit") return data({ outcome: "edit" as const, typed });
  const target = { version: params.version, clickId: String(form.get("clickId") ?? "") };
  return answer(async () => {
    try {
      const isSent = intent === "announce";
      const result = await announceVersion(principalOf(context), target, typed, isSent);
      if (result.outcome === "announced") {
        return redirect(`${versionPage(params.version)}?done=announced`, 303);
      }
      return data({ ...result, typed }, { status: result.outcome === "faults" ? 422 : 200 });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "conflict") throw error;
      return data({ outcome: "conflict" as const, typed }, { status: 409 });
    }
  });
}

/** A refusal must not lead away from what was typed. */
export const shouldRevalidate = () => false;

export default function Announcement({ loaderData, actionData, params }: Route.ComponentProps) {
  const { version } = params;
  const t = useMessages().terms;
  const words = t.staff.announcement;
  const faults: Partial<Record<string, string>> =
    actionData?.outcome === "faults" ? actionData.faults : {};
  const errors = [
    ...(actionData?.outcome === "conflict" ? [{ message: t.staff.conflict }] : []),
    ...announcementFields.flatMap((name) => {
      const fault = faults[name];
      return fault
        ? [{ id: name, message: `${words[name]}: ${words.faults[fault] ?? fault}` }]
        : [];
    }),
  ];
  const page = versionPage(version);
  const back = { to: page, label: t.staff.withdrawal.back };
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={words.title(version)}
        lead={actionData?.outcome === "review" ? undefined : words.lead}
        trail={[
          { to: "/operations/terms", label: t.title },
          { to: page, label: version },
        ]}
        failed={errors.length > 0}
      />
      {actionData?.outcome === "review" ? (
        <Review
          review={actionData.review}
          typed={actionData.typed}
          clickId={loaderData.clickId}
          back={back}
        />
      ) : (
        <div className="flex flex-col gap-8">
          {actionData?.outcome === "faults" && actionData.lastDay && faults["reasonJa"] ? (
            <Notice kind="warning" title={words.faults["late"]}>
              <LastDay
                effectiveDay={actionData.lastDay.derivation.from}
                lastDay={actionData.lastDay}
              />
            </Notice>
          ) : null}
          <AnnouncementForm typed={actionData?.typed ?? {}} faults={faults} back={back} />
        </div>
      )}
    </>
  );
}

function LastDay({ effectiveDay, lastDay }: Pick<AnnouncementReview, "effectiveDay" | "lastDay">) {
  const words = useMessages().terms.staff.announcement;
  return (
    <>
      <p>{words.lastDay(formatDay(effectiveDay), formatDay(lastDay.day))}</p>
      <Derivation of={lastDay.derivation} open />
    </>
  );
}

function AnnouncementForm({
  typed,
  faults,
  back,
}: {
  typed: TypedFields;
  faults: Partial<Record<string, string>>;
  back: { to: string; label: string };
}) {
  const words = useMessages().terms.staff.announcement;
  const errorOf = (name: string) => {
    const fault = faults[name];
    return fault ? words.faults[fault] : undefined;
  };
  return (
    <Form method="post" noValidate className="flex flex-col gap-6">
      <LineField
        name="effectiveDay"
        label={words.effectiveDay}
        support={words.effectiveSupport}
        type="date"
        {...{ typed, error: errorOf("effectiveDay") }}
      />
      {(["summaryJa", "summaryEn"] as const).map((name) => (
        <LineField
          key={name}
          label={words[name]}
          rows={3}
          {...{ name, typed, error: errorOf(name) }}
        />
      ))}
      {(["reasonJa", "reasonEn"] as const).map((name) => (
        <LineField
          key={name}
          label={words[name]}
          support={words.reasonSupport}
          rows={3}
          required={false}
          {...{ name, typed, error: errorOf(name) }}
        />
      ))}
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="review" size="large">
          {words.review}
        </Button>
        <LinkButton to={back.to} look="plain" size="large">
          {back.label}
        </LinkButton>
      </div>
    </Form>
  );
}

/** The page before the announcement: what it brings about, when, for whom, and whether it is in time. */
function Review({
  review,
  typed,
  clickId,
  back,
}: {
  review: AnnouncementReview;
  typed: TypedFields;
  clickId: string;
  back: { to: string; label: string };
}) {
  const t = useMessages().terms;
  const words = t.staff.announcement;
  const locale = useLocale();
  const { effectiveDay, affected, summary, reason, isInTime, lastDay, textHash } = review;
  const { textHash: _, ...carried } = typed;
  return (
    <ReviewForm
      title={words.reviewTitle}
      happens={words.happens(
        formatCount(affected.customers),
        formatCount(affected.machines),
        formatDay(effectiveDay),
      )}
      typed={{ ...carried, textHash: [textHash] }}
      intent="announce"
      submit={words.submit}
      edit={words.edit}
      clickId={clickId}
      back={back}
    >
      <DescriptionList
        items={[
          { term: words.effectiveDay, description: formatDay(effectiveDay) },
          { term: t.columns.summary, description: summary[locale] },
        ]}
      />
      <Notice kind={isInTime ? "info" : "warning"} title={isInTime ? words.inTime : words.late}>
        {reason ? <p>{reason[locale]}</p> : null}
        <LastDay effectiveDay={effectiveDay} lastDay={lastDay} />
      </Notice>
    </ReviewForm>
  );
}
