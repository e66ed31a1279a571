import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { MatterTable } from "#app/routes/matters/matter-table.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { kindsBegunBy, listMattersFor } from "#app/usecases/matters/list-matters.ts";
import type { Route } from "./+types/matters.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const principal = principalOf(context);
  const search = new URL(request.url).searchParams;
  const [kind, waiting, page] = ["kind", "waiting", "page"].map((name) => search.get(name));
  const wanted = { kind: kind ?? null, waiting: waiting ?? null, page: page ?? null };
  const list = await answer(() => listMattersFor(principal, "operations", wanted));
  return { list, begins: kindsBegunBy("operations", principal.roles) };
}

export default function Matters({ loaderData }: Route.ComponentProps) {
  const { list, begins } = loaderData;
  const t = useMessages().matters;
  return (
    <>
      <PageHeader title={t.title} lead={t.operationsLead} />
      <MatterTable
        list={list}
        side="operations"
        begins={begins}
        pageOf={(row) => `/operations/matters/${row.customerId}/${row.matterId}`}
      />
    </>
  );
}
