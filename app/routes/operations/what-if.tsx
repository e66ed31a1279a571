import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { readWhatIfPage } from "#app/usecases/contracts/what-if/what-if-page.ts";
import { WhatIfResultView } from "../what-if/what-if-result.tsx";
import type { Route } from "./+types/what-if.ts";
import { EventChoice } from "./what-if/event-choice.tsx";
import type { Typed } from "./what-if/event-field.tsx";
import { EventForm, errorsOf } from "./what-if/event-form.tsx";

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
  const words = t.whatIf;
  const { chosen, result, number, customerName } = page;
  const contract = `/operations/contracts/${params.customerId}/${params.contractId}`;
  const errors = errorsOf(page, words);
  const delivers = chosen?.type === "cancelByOperator";
  const assumptions = [
    typed && "pays" in typed ? words.result.paid : words.result.unpaid,
    ...(delivers ? [words.result.delivered] : []),
  ];
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={words.title}
        lead={
          <>
            <p>
              {t.operations.contract.title(number ?? "")} {customerName}
            </p>
            <p>{words.lead}</p>
          </>
        }
        trail={[
          { to: "/operations/contracts", label: t.operations.contracts.title },
          { to: contract, label: t.operations.contract.title(number ?? "") },
        ]}
        failed={errors.length > 0}
      />
      <div className="flex flex-col gap-10">
        {chosen ? (
          <EventForm page={page} chosen={chosen} typed={typed} errors={errors} />
        ) : (
          <EventChoice offers={page.offers} />
        )}
        {result ? <WhatIfResultView result={result} assumptions={assumptions} /> : null}
      </div>
    </>
  );
}
