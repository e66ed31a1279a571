import { formatDay, formatYen } from "#app/i18n/format.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChip, ClauseChips } from "#app/ui/clause-chip.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import type { Pair } from "#app/usecases/contracts/what-if/compare.ts";
import type { Duty } from "#app/usecases/contracts/what-if/duties.ts";
import type { ComingMail } from "#app/usecases/contracts/what-if/lines.ts";
import type { WhatIfResult } from "#app/usecases/contracts/what-if/try-command.ts";
import { DifferenceMark } from "./difference-mark.tsx";
import { changesOf, grouped, shownOf, type Change } from "./differences.ts";

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

/**
 * The answer to a what-if: the last day, what is invoiced and given back, what that saves or costs, and
 * which duties and mails appear or vanish. `explained` offers why it ends on that day.
 */
export function WhatIfFacts({
  result,
  explained = false,
}: {
  result: WhatIfResult;
  explained?: boolean;
}) {
  const t = useMessages();
  const words = t.whatIf.result;
  const { comparison, invoiced, refunds } = result;
  const duties = changesOf(comparison?.duties ?? [], ({ kind, amount }) => `${kind}/${amount}`);
  const mails = changesOf(comparison?.mails ?? [], ({ template, to }) => `${template}/${to}`);
  return (
    <DescriptionList
      items={[
        { term: words.end, description: <End end={result.end} explained={explained} /> },
        {
          term: words.invoiced,
          description: (
            <>
              <p>
                <strong className="figures">{formatYen(invoiced.with)}</strong>{" "}
                {balanceWords(result, words)}
              </p>
              <Refunds refunds={refunds} />
            </>
          ),
        },
        ...(duties.length > 0
          ? [
              {
                term: words.duties,
                description: <Changes changes={duties} words={dutyWords(t)} />,
              },
            ]
          : []),
        ...(mails.length > 0
          ? [
              {
                term: words.mails,
                description: (
                  <Changes changes={mails} words={mailWords(t)} joined={words.separator} />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function End({ end, explained }: { end: WhatIfResult["end"]; explained: boolean }) {
  const words = useMessages().whatIf.result;
  const shown = (side: WhatIfResult["end"]["with"]) => (side ? formatDay(side.day) : words.noEnd);
  const { without, with: other } = end;
  return (
    <>
      <p>
        <strong className="figures">{shown(other)}</strong>{" "}
        {other ? <ClauseChip clause={other.clause} /> : null}{" "}
        {without?.day === other?.day ? words.equal : words.endWithout(shown(without))}
      </p>
      {explained && other?.derivation ? <Derivation of={other.derivation} /> : null}
    </>
  );
}

/** What the command saves or costs in yen: invoices less what is given back. */
function balanceWords({ invoiced, refunds }: WhatIfResult, words: Messages["whatIf"]["result"]) {
  const back = refunds.reduce((sum, { total }) => sum + total, 0);
  const balance = invoiced.with - back - invoiced.without;
  const told =
    balance === 0
      ? words.equal
      : balance > 0
        ? words.more(formatYen(balance))
        : words.less(formatYen(-balance));
  return back === 0 ? told : words.withRefund(told);
}

function Changes<Item>({
  changes,
  words,
  joined,
}: {
  changes: readonly Change<Item>[];
  words: (pairs: readonly Pair<Item>[]) => string;
  /** What stands between the kinds where they are one sentence; else each has a line of its own. */
  joined?: string;
}) {
  const marks = grouped(changes, ({ mark }) => mark);
  return (
    <ul className="flex flex-col gap-1.5">
      {marks.map(([mark, of]) => (
        <li key={mark} className="sm:flex sm:items-start sm:gap-3">
          <DifferenceMark mark={mark} />{" "}
          {joined ? (
            <span>{of.map(({ pairs }) => words(pairs)).join(joined)}</span>
          ) : (
            <ul className="min-w-0">
              {of.map(({ pairs }) => (
                <li key={pairs[0]?.id}>{words(pairs)}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A kind of duty with its days, which may move from one to another. */
const dutyWords =
  ({ whatIf: { duties, who, result } }: Messages) =>
  (pairs: readonly Pair<Duty>[]): string => {
    const [first] = pairs.flatMap((pair) => shownOf(pair) ?? []);
    if (!first) return "";
    const days = pairs.map(({ without, with: other, mark }) => {
      const day = formatDay((other ?? without)?.day ?? "");
      const before = mark === "changed" && without ? formatDay(without.day) : day;
      return before === day ? day : result.moved(before, day);
    });
    const what = duties[first.kind](formatYen(first.amount ?? 0));
    return result.duty(who[first.who], what, days.join(result.separator));
  };

/** A kind of mail with how many go out. */
const mailWords =
  ({ whatIf: { mails, recipients, mailTo, result } }: Messages) =>
  (pairs: readonly Pair<ComingMail>[]): string => {
    const [first] = pairs.flatMap((pair) => shownOf(pair) ?? []);
    if (!first) return "";
    const { template, to } = first;
    const name = mailTo(mails[template] ?? template, recipients[to] ?? to);
    return pairs.length > 1 ? result.mailsOf(name, pairs.length) : name;
  };
