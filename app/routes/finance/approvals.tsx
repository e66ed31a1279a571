import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { readApprovals } from "#app/usecases/finance/approvals/read-approvals.ts";
import type { Route } from "./+types/approvals.ts";
import { ApprovalsTable } from "./approvals/approvals-table.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const page = new URL(request.url).searchParams.get("page");
  return answer(() => readApprovals(principalOf(context), page));
}

export default function Approvals({ loaderData }: Route.ComponentProps) {
  const { waiting, decided, page, pages } = loaderData;
  const t = useMessages().approvals;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <div className="flex flex-col gap-10">
        <section className="flex flex-col gap-4">
          <h2>{t.waiting}</h2>
          <ApprovalsTable caption={t.waiting} empty={t.noneWaiting} rows={waiting} />
        </section>
        <section className="flex flex-col gap-4">
          <h2>{t.decided}</h2>
          <ApprovalsTable caption={t.decided} empty={t.noneDecided} rows={decided} isDecided />
          <Pagination page={page} pages={pages} />
        </section>
      </div>
    </>
  );
}
