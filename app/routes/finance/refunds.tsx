import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { readRefunds } from "#app/usecases/finance/refunds/read-refunds.ts";
import type { Route } from "./+types/refunds.ts";
import { DisputesTable } from "./refunds/disputes-table.tsx";
import { RefundsTable } from "./refunds/refunds-table.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  return answer(() => readRefunds(principalOf(context)));
}

export default function Refunds({ loaderData }: Route.ComponentProps) {
  const t = useMessages().refunds;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <div className="flex flex-col gap-10">
        <RefundsTable rows={loaderData.refunds} />
        <DisputesTable rows={loaderData.disputes} />
      </div>
    </>
  );
}
