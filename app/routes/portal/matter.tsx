import { Link } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { MatterView } from "#app/routes/matters/matter-view.tsx";
import { doneWord } from "#app/routes/matters/done-word.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { readMatter } from "#app/usecases/matters/read-matter.ts";
import { asMember } from "#app/usecases/principal.ts";
import type { Route } from "./+types/matter.ts";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const principal = principalOf(context);
  const view = await answer(() => {
    const { customerId } = asMember(principal);
    return readMatter(principal, "customer", { customerId, matterId: params.matterId });
  });
  return { view, done: new URL(request.url).searchParams.get("done") };
}

export default function Matter({ loaderData, params }: Route.ComponentProps) {
  const { view, done } = loaderData;
  const t = useMessages().matters;
  const { matter, kind } = view;
  const word = doneWord(t, kind, done);
  const contract = matter.contractNumber ? (
    <Link to={`/portal/contracts/${matter.contractId}`}>{matter.contractNumber}</Link>
  ) : null;
  return (
    <>
      <PageHeader
        title={t.kinds[kind]}
        trail={[{ to: "/portal/matters", label: t.title }]}
        status={<MachineStatus machine={kind} state={matter.status} />}
      />
      {word ? <Notice kind="success" live title={word} className="mb-8" /> : null}
      <MatterView
        view={view}
        page={`/portal/matters/${params.matterId}`}
        names={contract ? [{ term: t.fields["contractNumber"] ?? "", description: contract }] : []}
        fileUrl={(fileId) => `/portal/matter-files/${fileId}`}
      />
    </>
  );
}
