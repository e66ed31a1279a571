import { formatCount, formatInstant } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import type { Affected } from "#app/usecases/notices/preview-affected.ts";
import type { TypedFields } from "#app/usecases/notices/typed-fields.ts";
import type { AskedRestriction } from "#app/usecases/restrictions/restriction-form.ts";
import type { RestrictionReason } from "#machines/terms/a19-restriction.ts";
import { AffectedSection } from "../notices/affected-section.tsx";
import { ReviewForm } from "../notices/review-form.tsx";

/** The page before a restriction: what happens when and why, whom it touches, what it costs. */
export function PlanReview({
  restriction,
  affected,
  reasons,
  typed,
  clickId,
  back,
}: {
  restriction: AskedRestriction;
  affected: Affected;
  reasons: readonly RestrictionReason[];
  typed: TypedFields;
  clickId: string;
  back: { to: string; label: string };
}) {
  const t = useMessages().restrictions;
  const locale = useLocale();
  const { clause, startsAt, endsAt, textJa, textEn, scope } = restriction;
  const reason = reasons.find((one) => one.clause === clause);
  const isNow = typed["start"]?.[0] === "now";
  const { happens } = t.staff;
  const { customers, contracts } = affected;
  const text = (words: string) => <span className="whitespace-pre-line">{words}</span>;
  return (
    <ReviewForm
      title={t.staff.reviewPlan}
      happens={[
        { text: isNow ? happens.now : happens.later(formatInstant(startsAt)), clause },
        { text: happens.mailed(formatCount(customers), formatCount(contracts.length)), clause },
        ...(scope.kind === "menus" ? [{ text: happens.joins, clause }] : []),
        { text: happens.fees, clause: reason?.feeClause ?? clause },
      ]}
      typed={typed}
      intent="send"
      submit={isNow ? t.staff.send : t.staff.sendLater}
      danger
      clickId={clickId}
      edit={t.edit}
      back={back}
    >
      <DescriptionList
        items={[
          { term: t.fields.clause, description: reason?.label[locale] ?? clause },
          {
            term: t.fields.start,
            description: isNow ? t.starts.now : formatInstant(startsAt),
          },
          { term: t.fields.endsAt, description: endsAt ? formatInstant(endsAt) : t.unknown },
          { term: t.fields.textJa, description: text(textJa) },
          { term: t.fields.textEn, description: text(textEn) },
        ]}
      />
      <AffectedSection affected={affected} />
    </ReviewForm>
  );
}
