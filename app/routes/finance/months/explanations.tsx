import { Form } from "react-router";
import { formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import type { MonthView } from "#app/usecases/finance/months/read-month.ts";

/** The points of a month that were explained; each can be taken back while the month is open. */
export function Explanations({
  explanations,
  mayRetract,
  clickId,
}: {
  explanations: MonthView["explanations"];
  mayRetract: boolean;
  clickId: string;
}) {
  const t = useMessages().months;
  if (explanations.length === 0) return null;
  type Row = MonthView["explanations"][number];
  return (
    <DataTable
      caption={t.explanationsCaption}
      rows={explanations}
      rowKey={({ check, subject }) => `${check}/${subject}`}
      columns={[
        {
          key: "point",
          header: t.point,
          rowHeader: true,
          cell: ({ check, subject }) => (
            <>
              {t.checks[check]}
              <span className="text-support text-dns-14N-130 block break-all">{subject}</span>
            </>
          ),
        },
        { key: "text", header: t.explainLabel, cell: ({ text }) => text },
        { key: "by", header: t.by, cell: ({ byName }) => byName ?? t.gone },
        {
          key: "at",
          header: t.at,
          cell: ({ at }) => <span className="figures">{formatInstant(at)}</span>,
        },
        ...(mayRetract
          ? [
              {
                key: "retract",
                header: t.settle,
                cell: ({ check, subject }: Row) => (
                  <Form method="post">
                    <input type="hidden" name="check" value={check} />
                    <input type="hidden" name="subject" value={subject} />
                    <input type="hidden" name="clickId" value={clickId} />
                    <Button name="intent" value="retract" look="plain" size="small">
                      {t.retract}
                      <span className="sr-only"> {subject}</span>
                    </Button>
                  </Form>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
