import { Link } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import type { ConsentPage } from "#app/usecases/consents/read-consents.ts";

const text = (value: string) => <span className="whitespace-pre-wrap">{value}</span>;

/** What was asked and what was decided; `pdf` is where the decision in writing is, `contract` its contract. */
export function ConsentFacts({
  page: { request, text: asked, decision, assigneeName },
  pdf,
  contract,
}: {
  page: ConsentPage;
  pdf: string | null;
  contract: string | null;
}) {
  const t = useMessages().consents;
  const { number, askedOn, decidedOn, effectiveDay, assignee, menuCodes, annualPrice, termEnd } =
    request;
  const items = [
    number && {
      term: t.facts.contract,
      description: contract ? <Link to={contract}>{number}</Link> : number,
    },
    { term: t.facts.asked, description: formatDay(askedOn) },
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
    decision && { term: t.facts.decision, description: text(decision) },
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
