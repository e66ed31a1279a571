import { formatCount, formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { Derivation } from "#app/ui/derivation.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import type { AnnounceAnswer } from "#app/usecases/discontinuations/announce-discontinuation.ts";
import type { TypedFields } from "#app/usecases/notices/typed-fields.ts";
import { AffectedSection } from "../notices/affected-section.tsx";
import { ReviewForm } from "../notices/review-form.tsx";

type Review = Omit<Extract<AnnounceAnswer, { outcome: "review" }>, "outcome">;

/** The page before a discontinuation is announced: what ends when, by when it is in time, what it costs. */
export function AnnounceReview({
  discontinuation,
  lastDay,
  lastNotice,
  affected,
  typed,
  clickId,
  back,
}: Review & { typed: TypedFields; clickId: string; back: { to: string; label: string } }) {
  const t = useMessages().restrictions;
  const words = t.discontinuation;
  const { happens } = words;
  const isJapanese = useLocale() === "ja";
  const { menus, firstDayWithout, textJa, textEn, lateReason } = discontinuation;
  const { customers, contracts } = affected;
  const text = (said: string) => <span className="whitespace-pre-line">{said}</span>;
  const mailed = happens.mailed(formatCount(customers), formatCount(contracts.length));
  return (
    <ReviewForm
      title={words.reviewPlan}
      happens={[
        { text: happens.ends(formatDay(lastDay)), clause: "A20.1" },
        { text: happens.posted, clause: "A20.2" },
        { text: mailed, clause: "A20.2" },
        { text: happens.renewed, clause: "A10.2" },
        { text: happens.cost, clause: "A17.2" },
        ...(lateReason ? [{ text: happens.late, clause: "A20.2" }] : []),
      ]}
      typed={typed}
      intent="send"
      submit={words.send}
      danger
      clickId={clickId}
      edit={t.edit}
      back={back}
    >
      <DescriptionList
        items={[
          {
            term: t.fields.menus,
            description: menus
              .map((menu) => (isJapanese ? menu.nameJa : menu.nameEn))
              .join(t.separator),
          },
          { term: t.fields.firstDayWithout, description: formatDay(firstDayWithout) },
          { term: words.lastDay, description: formatDay(lastDay) },
          {
            term: words.lastNotice,
            description: (
              <>
                {formatDay(lastNotice.day)}
                <Derivation of={lastNotice.derivation} />
              </>
            ),
          },
          ...(lateReason
            ? [
                { term: t.fields.lateJa, description: lateReason.ja },
                { term: t.fields.lateEn, description: lateReason.en },
              ]
            : []),
          { term: t.fields.textJa, description: text(textJa) },
          { term: t.fields.textEn, description: text(textEn) },
        ]}
      />
      <AffectedSection affected={affected} />
    </ReviewForm>
  );
}
