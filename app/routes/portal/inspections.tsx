import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { listOwnWork } from "#app/usecases/inspections/read-inspections.ts";
import type { Route } from "./+types/inspections.ts";
import { WorkTable } from "./inspections/work-table.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  return { rows: await answer(() => listOwnWork(principalOf(context))) };
}

/** The work of the customer's contracts, with what is to be inspected (A11). */
export default function Inspections({ loaderData }: Route.ComponentProps) {
  const t = useMessages().inspections;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <WorkTable rows={loaderData.rows} to={({ optionId }) => `/portal/inspections/${optionId}`} />
    </>
  );
}
