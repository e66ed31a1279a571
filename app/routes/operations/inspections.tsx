import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { listAllWork } from "#app/usecases/inspections/read-inspections.ts";
import { WorkTable } from "../portal/inspections/work-table.tsx";
import type { Route } from "./+types/inspections.ts";

export async function loader({ context }: Route.LoaderArgs) {
  return { rows: await answer(() => listAllWork(principalOf(context))) };
}

/** All work, for staff: what is to be reported and what is to be inspected (A11). */
export default function OperationsInspections({ loaderData }: Route.ComponentProps) {
  const t = useMessages().inspections;
  return (
    <>
      <PageHeader title={t.title} lead={t.staffLead} />
      <WorkTable
        rows={loaderData.rows}
        to={({ customerId, optionId }) => `/operations/inspections/${customerId}/${optionId}`}
        withCustomer
      />
    </>
  );
}
