import type { ChartWords } from "#app/i18n/contract-words.ts";
import { formatDay } from "#app/i18n/format.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { Comparison } from "#app/usecases/contracts/what-if/compare.ts";
import type { Refused, WhatIfResult } from "#app/usecases/contracts/what-if/try-command.ts";
import { DifferenceList } from "./difference-list.tsx";
import { WhatIfFacts } from "./what-if-facts.tsx";
import { WhatIfLines } from "./what-if-lines.tsx";

/** What a command would lead to, or why it would be refused. */
export function WhatIfResultView({
  result,
  tried,
  assumptions,
}: {
  result: WhatIfResult;
  /** What was tried, in words. */
  tried: string;
  assumptions: readonly string[];
}) {
  const t = useMessages();
  const words = t.whatIf.result;
  const { comparison, refused, until } = result;
  return (
    <section aria-labelledby="what-if-title" className="flex flex-col gap-6">
      <div>
        <h2 id="what-if-title">{words.title}</h2>
        <p className="mt-1">{tried}</p>
      </div>
      {refused ? <Refusal refused={refused} /> : null}
      {comparison ? (
        <>
          {isSame(comparison) ? <Notice kind="info" live title={words.nothing} /> : null}
          <WhatIfFacts result={result} explained />
          <p className="text-support measure">
            {[words.until(formatDay(until)), ...assumptions].join("")}
          </p>
          <DifferenceList comparison={comparison} />
          <WhatIfLines comparison={comparison} />
        </>
      ) : null}
    </section>
  );
}

/** Whether the command changes nothing in either future. */
const isSame = ({ states, invoices, duties, mails }: Comparison) =>
  [...states, ...invoices, ...duties, ...mails].every(({ mark }) => mark === "same");

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
