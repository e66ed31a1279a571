import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { announceDiscontinuation } from "#app/usecases/discontinuations/announce-discontinuation.ts";
import { menusToChoose } from "#app/usecases/notices/menus-to-choose.ts";
import { lineOf, typedFields } from "#app/usecases/notices/typed-fields.ts";
import type { Route } from "./+types/discontinuation-new.ts";
import { AnnounceForm } from "./discontinuations/announce-form.tsx";
import { AnnounceReview } from "./discontinuations/announce-review.tsx";
import { answerForm } from "./notices/answer-form.ts";
import { faultWords } from "./restrictions/fault-words.ts";

export async function loader({ context }: Route.LoaderArgs) {
  return {
    menus: await answer(() => menusToChoose(principalOf(context))),
    clickId: newIdentifier(),
    discontinuationId: newIdentifier(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const typed = typedFields(form);
  const discontinuationId = lineOf(typed, "discontinuationId");
  const target = { discontinuationId, clickId: String(form.get("clickId") ?? "") };
  return answerForm(
    String(form.get("intent") ?? ""),
    typed,
    (send) => announceDiscontinuation(principalOf(context), target, typed, send),
    `/operations/discontinuations/${discontinuationId}?done=announced`,
  );
}

export default function AnnounceDiscontinuation({ loaderData, actionData }: Route.ComponentProps) {
  const { menus, clickId, discontinuationId } = loaderData;
  const t = useMessages().restrictions;
  const errors = actionData?.outcome === "faults" ? faultWords(t, { ...actionData.faults }) : [];
  const typed = actionData?.typed ?? { discontinuationId: [discontinuationId] };
  const list = { to: "/operations/discontinuations", label: t.back };
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={t.discontinuation.plan}
        lead={t.discontinuation.planLead}
        trail={[{ to: list.to, label: t.discontinuation.title }]}
        failed={errors.length > 0}
      />
      {actionData?.outcome === "review" ? (
        <AnnounceReview {...actionData} clickId={clickId} back={list} />
      ) : (
        <AnnounceForm
          {...{ typed, menus, errors, clickId }}
          back={list}
          key={actionData?.outcome}
        />
      )}
    </>
  );
}
