import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { listOwnConsents } from "#app/usecases/consents/read-consents.ts";
import type { Route } from "./+types/consents.ts";
import { ConsentsTable } from "./consents/consents-table.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const principal = principalOf(context);
  const requests = await answer(() => listOwnConsents(principal));
  return { requests, signs: principal.roles.includes("owner") };
}

export default function Consents({ loaderData }: Route.ComponentProps) {
  const { requests, signs } = loaderData;
  const t = useMessages().consents;
  return (
    <>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={signs ? <LinkButton to="/portal/consents/new">{t.new}</LinkButton> : null}
      />
      <ConsentsTable rows={requests} to={({ requestId }) => `/portal/consents/${requestId}`} />
    </>
  );
}
