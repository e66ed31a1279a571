import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { listAllConsents } from "#app/usecases/consents/read-consents.ts";
import { ConsentsTable } from "../portal/consents/consents-table.tsx";
import type { Route } from "./+types/consents.ts";

export async function loader({ context }: Route.LoaderArgs) {
  return { requests: await answer(() => listAllConsents(principalOf(context))) };
}

export default function OperationsConsents({ loaderData }: Route.ComponentProps) {
  const t = useMessages().consents;
  return (
    <>
      <PageHeader
        title={t.title}
        actions={<LinkButton to="/operations/consents/new">{t.askCustomer}</LinkButton>}
      />
      <ConsentsTable
        rows={loaderData.requests}
        to={({ customerId, requestId }) => `/operations/consents/${customerId}/${requestId}`}
        withCustomer
      />
    </>
  );
}
