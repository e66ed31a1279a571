import type { ChartWords } from "#app/i18n/contract-words.ts";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChips } from "#app/ui/clause-chip.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Comparison } from "#app/usecases/contracts/what-if/compare.ts";
import type { Refused, WhatIfResult } from "#app/usecases/contracts/what-if/try-command.ts";
import { WhatIfLines } from "./what-if-lines.tsx";

/** How many places of two futures differ. */
const countOf = ({ states, invoices, duties, mails }: Comparison) =>
  [...states, ...invoices, ...duties, ...mails].filter(({ mark }) => mark !== "same").length;

/** The sum of the invoices, and by how much the command changes it, in words. */
function sumWords({ without, with: other }: WhatIfResult["invoiced"], t: Messages) {
  const words = t.whatIf.result;
  if (other === without) return words.equal;
  return other > without
    ? words.more(formatYen(other - without))
    : words.less(formatYen(without - other));
}

/** What a command would lead to, or why it would be refused. */
export function WhatIfResultView({
  result,
  assumptions,
}: {
  result: WhatIfResult;
  assumptions: readonly string[];
}) {
  const t = useMessages();
  const words = t.whatIf.result;
  const { comparison, refused, invoiced, until } = result;
  return (
    <section aria-labelledby="what-if-title" className="flex flex-col gap-6">
      <h2 id="what-if-title">{words.title}</h2>
      {refused ? <Refusal refused={refused} /> : null}
      {comparison ? (
        <>
          <Notice kind="info" live title={countWords(comparison, t)}>
            <p>{[words.until(formatDay(until)), ...assumptions].join("")}</p>
            <p>
              {words.invoiced}：<strong className="figures">{formatYen(invoiced.with)}</strong>{" "}
              {sumWords(invoiced, t)}
            </p>
            <Refunds refunds={result.refunds} />
          </Notice>
          <WhatIfLines comparison={comparison} />
        </>
      ) : null}
    </section>
  );
}

/** What the operator gives back for the days after an end (A17.2). */
export function Refunds({ refunds }: { refunds: WhatIfResult["refunds"] }) {
  const words = useMessages().whatIf.result;
  return refunds.map(({ itemId, lastDay, clause, total, tax }) => (
    <p key={itemId + lastDay}>
      {words.refund(formatDay(lastDay), formatYen(total), formatYen(tax))}{" "}
      <ClauseChips clauses={[...new Set([clause, "A17.2"])]} />
    </p>
  ));
}

function countWords(comparison: Comparison, t: Messages): string {
  const count = countOf(comparison);
  return count === 0 ? t.whatIf.result.nothing : t.whatIf.result.differences(count);
}

/** The states of a machine in words, the parallel ones joined. */
function stateWords({ kind, state: present }: Refused, t: Messages): string {
  const charts: Record<string, ChartWords | undefined> = { ...t.contract.charts };
  const names = charts[kind]?.states ?? {};
  const path = (value: Refused["state"], prefix: string): string[] => {
    if (value === null) return [];
    if (typeof value === "string") return [names[`${prefix}${value}`] ?? names[value] ?? value];
    return Object.entries(value).flatMap(([name, inner]) =>
      path(inner ?? null, `${prefix}${name}.`),
    );
  };
  return path(present, "").join("・");
}

function Refusal({ refused }: { refused: Refused }) {
  const t = useMessages();
  const words = t.whatIf.refused;
  const { code, guards } = refused;
  const named = (guards ?? []).flatMap((guard) => t.whatIf.guards[guard] ?? []);
  return (
    <Notice kind="error" live title={words.title}>
      {code === "notAllowed" ? <p>{words.notAllowed}</p> : null}
      {code === "notNow" && guards === null ? <p>{words.notNow(stateWords(refused, t))}</p> : null}
      {guards && named.length > 0 ? (
        <>
          <p>{named.length > 1 ? words.guards : words.guard}</p>
          <ul className="list-disc pl-6">
            {named.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      ) : null}
      {code !== "notAllowed" && guards !== null && named.length === 0 ? (
        <p>{words.others}</p>
      ) : null}
    </Notice>
  );
}
