import { data, Form, Link, redirect, useActionData } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { readUpload } from "#app/middleware/upload.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { importBankFile } from "#app/usecases/finance/bank/import-bank-file.ts";
import { readReceipts } from "#app/usecases/finance/bank/read-receipts.ts";
import type { Route } from "./+types/receipts.ts";
import { Figures } from "./figures.tsx";
import { FileFaults } from "./receipts/file-faults.tsx";
import { Reasons } from "./receipts/reasons.tsx";

const states = ["open", "matched", "setAside"] as const;
const counts = ["added", "known", "applied", "payouts"] as const;

/** What the address says of the file that was taken in last; null where it says nothing. */
function importedFrom(search: URLSearchParams) {
  const numbers = counts.map((name) => Number(search.get(name) ?? Number.NaN));
  if (!numbers.every((number) => Number.isSafeInteger(number) && number >= 0)) return null;
  const [added = 0, known = 0, applied = 0, payouts = 0] = numbers;
  return { added, known, applied, payouts };
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const wanted = { state: search.get("state"), page: search.get("page") };
  const read = await answer(() => readReceipts(principalOf(context), wanted));
  return { ...read, imported: importedFrom(search) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const principal = principalOf(context);
  return answer(async () => {
    const { files } = await readUpload(request);
    const result = await importBankFile(principal, files[0]);
    if (result.outcome !== "imported") return data(result, { status: 422 });
    const search = new URLSearchParams(counts.map((name) => [name, String(result[name])]));
    return redirect(`/finance/receipts?${search}`, 303);
  });
}

export default function Receipts({ loaderData }: Route.ComponentProps) {
  const { state, sums, receipts, page, pages, imported } = loaderData;
  const failed = useActionData<typeof action>();
  const t = useMessages().receipts;
  const error =
    failed?.outcome === "invalid"
      ? t.problems.invalid(failed.count)
      : failed && t.problems[failed.outcome];
  return (
    <>
      <ErrorSummary errors={error ? [{ id: "file", message: error }] : []} />
      <PageHeader title={t.title} lead={t.lead} failed={Boolean(error)} />
      <div className="flex flex-col gap-10">
        {imported && !failed ? (
          <Notice kind="success" live title={t.imported(imported.added)}>
            {imported.applied > 0 ? <p>{t.importedApplied(imported.applied)}</p> : null}
            {imported.payouts > 0 ? <p>{t.importedPayouts(imported.payouts)}</p> : null}
            {imported.known > 0 ? <p>{t.importedKnown(imported.known)}</p> : null}
          </Notice>
        ) : null}
        <Form
          method="post"
          encType="multipart/form-data"
          noValidate
          className="border-line flex flex-col gap-4 rounded-12 border bg-white p-6"
        >
          <h2>{t.upload.title}</h2>
          <Field
            field={{ id: "file", errors: error ? [error] : [] }}
            label={t.upload.file}
            required
            support={t.upload.support}
          >
            <TextInput type="file" name="file" accept=".csv,.txt,.dat,.zen,text/csv,text/plain" />
          </Field>
          <div>
            <Button>{t.upload.submit}</Button>
          </div>
          {failed?.outcome === "invalid" ? <FileFaults problems={failed.problems} /> : null}
        </Form>
        <Figures
          items={states.map((name) => ({
            ...{ term: t.sums[name], amount: sums[name].amount },
            note: t.count(sums[name].count),
          }))}
        />
        <section className="flex flex-col gap-4">
          <nav aria-label={t.filter}>
            <ul className="flex flex-wrap gap-x-6">
              {states.map((name) => (
                <li key={name}>
                  <Link
                    to={`/finance/receipts?state=${name}`}
                    aria-current={name === state ? "page" : undefined}
                    className="aria-[current]:font-700 inline-flex min-h-11 items-center"
                  >
                    {t.ofState(t.states[name], sums[name].count)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <DataTable
            caption={t.caption}
            captionHidden
            empty={t.empty}
            rows={receipts}
            rowKey={({ receiptId }) => receiptId}
            columns={[
              {
                key: "payer",
                header: t.payer,
                rowHeader: true,
                cell: ({ receiptId, payer }) => (
                  <Link
                    to={`/finance/receipts/${receiptId}`}
                    className="inline-flex min-h-11 items-center break-all"
                  >
                    {payer || t.noPayer}
                  </Link>
                ),
              },
              {
                key: "day",
                header: t.valueDay,
                cell: ({ valueDay }) => <span className="figures">{formatDay(valueDay)}</span>,
              },
              {
                key: "amount",
                header: t.amount,
                figures: true,
                cell: ({ amount }) => <Money amount={amount} />,
              },
              state === "open"
                ? {
                    key: "likely",
                    header: t.likely,
                    cell: ({ likely, reasons, confidence }) =>
                      likely === null ? (
                        t.none
                      ) : (
                        <>
                          {"payoutId" in likely ? t.payoutOf(likely.payoutId) : likely.customerName}
                          <Reasons reasons={reasons} confidence={confidence} />
                        </>
                      ),
                  }
                : {
                    key: "customer",
                    header: t.matchedTo,
                    cell: ({ customerName, payoutId }) =>
                      customerName ??
                      (payoutId === null ? (
                        "–"
                      ) : (
                        <Link
                          to={`/finance/payouts/${payoutId}`}
                          className="inline-flex min-h-11 items-center break-all"
                        >
                          {t.payoutOf(payoutId)}
                        </Link>
                      )),
                  },
            ]}
          />
          <Pagination page={page} pages={pages} />
        </section>
      </div>
    </>
  );
}
