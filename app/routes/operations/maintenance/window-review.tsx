import { formatCount, formatInstant } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import type { AskedWindow } from "#app/usecases/maintenance/maintenance-form.ts";
import type { Affected } from "#app/usecases/notices/preview-affected.ts";
import type { TypedFields } from "#app/usecases/notices/typed-fields.ts";
import { AffectedSection } from "../notices/affected-section.tsx";
import { ReviewForm } from "../notices/review-form.tsx";

const clause = "A22.5(4)";

/** A window in words, both languages, as it will be published. */
export function WindowFacts({ window }: { window: AskedWindow }) {
  const t = useMessages().maintenance;
  const locale = useLocale();
  const { fields } = t.staff;
  const text = (words: string) => <span className="whitespace-pre-line">{words || "–"}</span>;
  return (
    <DescriptionList
      items={[
        {
          term: t.columns.time,
          description: (
            <span className="figures">
              {t.range(formatInstant(window.startsAt), formatInstant(window.endsAt))}
            </span>
          ),
        },
        {
          term: fields.menus,
          description: window.menus
            .map((menu) => (locale === "ja" ? menu.nameJa : menu.nameEn))
            .join(t.separator),
        },
        { term: fields.titleJa, description: window.titleJa },
        { term: fields.titleEn, description: window.titleEn },
        { term: fields.textJa, description: text(window.textJa) },
        { term: fields.textEn, description: text(window.textEn) },
      ]}
    />
  );
}

/** The page before a plan or a change goes out: what is published, who gets a mail, what it costs. */
export function WindowReview({
  window,
  affected,
  typed,
  clickId,
  isChange,
  back,
}: {
  window: AskedWindow;
  affected: Affected;
  typed: TypedFields;
  clickId: string;
  isChange: boolean;
  back: { to: string; label: string };
}) {
  const t = useMessages().maintenance.staff;
  const { customers, contracts } = affected;
  const mailed = t.happens.mailed(formatCount(customers), formatCount(contracts.length));
  const texts = [
    t.happens.posted,
    mailed,
    ...(isChange ? [t.happens.mailedBefore] : []),
    t.happens.fees,
  ];
  return (
    <ReviewForm
      title={isChange ? t.reviewChange : t.reviewPlan}
      happens={texts.map((text) => ({ text, clause }))}
      typed={typed}
      intent="send"
      submit={isChange ? t.sendChange : t.send}
      clickId={clickId}
      edit={t.edit}
      back={back}
    >
      <WindowFacts window={window} />
      <AffectedSection affected={affected} />
    </ReviewForm>
  );
}
