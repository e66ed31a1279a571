import { Link } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import type { ConsentPage, ConsentView } from "#app/usecases/consents/read-consents.ts";

const text = (value: string) => <span className="whitespace-pre-wrap">{value}</span>;

/** When, why and by whose word an assignment does not happen. */
function offWords({ offOn, offCause, offBy }: ConsentView, t: Messages["consents"]["off"]) {
  if (!offOn || !offCause) return null;
  const [day, cause] = [formatDay(offOn), t.causes[offCause] ?? ""];
  const side = offCause === "calledOff" && offBy ? t.sides[offBy] : undefined;
  return side ? t.by(day, cause, side) : t.of(day, cause);
}

/** Why the assignee is not accepted, with its item of A5.4. */
function Refusal({ refusal }: { refusal: NonNullable<ConsentPage["refusal"]> }) {
  const locale = useLocale();
  return (
    <>
      {refusal.label[locale]} <ClauseChip clause={refusal.clause} />
    </>
  );
}

/** What was asked and what was decided; `pdf` is where the decision in writing is, `contract` its contract. */
export function ConsentFacts({
  page: { request, text: asked, decision, refusal, offText, proposed, assignorName },
  assigneeName = null,
  pdf,
  contract,
}: {
  page: ConsentPage;
  /** The customer that staff named; for staff only. */
  assigneeName?: string | null;
  pdf: string | null;
  contract: string | null;
}) {
  const t = useMessages().consents;
  const { number, askedOn, decidedOn, effectiveDay, assignee, menuCodes, annualPrice, termEnd } =
    request;
  const off = offWords(request, t.off);
  const items = [
    number && {
      term: t.facts.contract,
      description: contract ? <Link to={contract}>{number}</Link> : number,
    },
    { term: t.facts.asked, description: formatDay(askedOn) },
    assignorName && { term: t.facts.assignor, description: assignorName },
    proposed && {
      term: t.facts.proposed,
      description: `${proposed.companyName} (${proposed.email})`,
    },
    asked && { term: t.facts.text, description: text(asked) },
    menuCodes.length > 0 && { term: t.facts.menus, description: menuCodes.join(", ") },
    annualPrice !== null && { term: t.facts.price, description: formatYen(annualPrice) },
    termEnd && { term: t.facts.termEnd, description: formatDay(termEnd) },
    assigneeName && { term: t.facts.assignee, description: assigneeName },
    assignee && {
      term: t.facts.assigneeAnswer,
      description: t.assigneeAnswers[assignee] ?? assignee,
    },
    decidedOn && { term: t.facts.decided, description: formatDay(decidedOn) },
    effectiveDay && { term: t.facts.effectiveDay, description: formatDay(effectiveDay) },
    refusal && { term: t.facts.refusal, description: <Refusal refusal={refusal} /> },
    decision && { term: t.facts.decision, description: text(decision) },
    off && { term: t.facts.off, description: off },
    offText && { term: t.facts.offText, description: text(offText) },
    pdf && {
      term: t.facts.document,
      description: (
        <a href={pdf} className="inline-flex min-h-11 items-center">
          {t.save}
        </a>
      ),
    },
  ].filter((item) => item !== "" && item !== false && item !== null);
  return <DescriptionList items={items} />;
}
