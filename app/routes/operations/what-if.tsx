import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { readWhatIfPage } from "#app/usecases/contracts/what-if/what-if-page.ts";
import { WhatIfResultView } from "../what-if/what-if-result.tsx";
import type { Route } from "./+types/what-if.ts";
import { ContractPageHeader } from "./contract/contract-page-header.tsx";
import { EventChoice } from "./what-if/event-choice.tsx";
import type { Typed } from "./what-if/event-field.tsx";
import { EventForm, errorsOf } from "./what-if/event-form.tsx";
import { triedWords } from "./what-if/event-words.ts";

/** Everything is asked with GET, since nothing is written: the address can be kept and shown to others. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { customerId, contractId } = params;
  const search = new URL(request.url).searchParams;
  const typed: Typed = Object.fromEntries(search);
  const isSent = search.has("day");
  const form = {
    event: search.get("event"),
    typed: (name: string) => search.get(`f.${name}`) ?? "",
    isSent,
    day: search.get("day") ?? "",
    paysWhenDue: search.has("pays"),
  };
  const principal = principalOf(context);
  const page = await answer(() => readWhatIfPage(principal, customerId, contractId, form));
  return { page, typed: isSent ? typed : null };
}

export default function WhatIf({ loaderData, params }: Route.ComponentProps) {
  const { page, typed } = loaderData;
  const t = useMessages();
  const locale = useLocale();
  const words = t.whatIf;
  const { chosen, result } = page;
  const errors = errorsOf(page, words);
  const delivers = chosen?.type === "cancelByOperator";
  const assumptions = [
    typed && "pays" in typed ? words.result.paid : words.result.unpaid,
    ...(delivers ? [words.result.delivered] : []),
  ];
  return (
    <>
      <ErrorSummary errors={errors} />
      <ContractPageHeader
        title={words.title}
        contract={page}
        page={`/operations/contracts/${params.customerId}/${params.contractId}`}
        lead={result ? undefined : words.lead}
        failed={errors.length > 0}
      />
      <div className="flex flex-col gap-10">
        {!chosen ? <EventChoice offers={page.offers} /> : null}
        {chosen && !result ? (
          <EventForm page={page} chosen={chosen} typed={typed} errors={errors} />
        ) : null}
        {chosen && result ? (
          <>
            <WhatIfResultView
              result={result}
              tried={triedWords(chosen, typed ?? {}, t, locale)}
              assumptions={assumptions}
            />
            <Disclosure summary={words.form.change}>
              <EventForm page={page} chosen={chosen} typed={typed} errors={errors} />
            </Disclosure>
          </>
        ) : null}
      </div>
    </>
  );
}
