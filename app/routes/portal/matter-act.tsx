import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { readUpload } from "#app/middleware/upload.ts";
import { runMatterAct } from "#app/routes/matters/matter-action.ts";
import { MatterForm } from "#app/routes/matters/matter-form.tsx";
import { actOnMatter, requireActName } from "#app/usecases/matters/act-on-matter.ts";
import { readMatter } from "#app/usecases/matters/read-matter.ts";
import { asMember } from "#app/usecases/principal.ts";
import type { Route } from "./+types/matter-act.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const principal = principalOf(context);
  return answer(async () => {
    const { kind } = await readMatter(principal, "customer", {
      customerId: asMember(principal).customerId,
      matterId: params.matterId,
    });
    const type = requireActName(kind, "customer", params.act);
    return { kind, type, clickId: newIdentifier() };
  });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const principal = principalOf(context);
  const form = await answer(() => readUpload(request));
  return runMatterAct(
    form,
    async () => {
      const target = {
        ...{ customerId: asMember(principal).customerId, matterId: params.matterId },
        clickId: form.fields.get("clickId") ?? "",
      };
      return actOnMatter(principal, "customer", target, params.act, form);
    },
    () => `/portal/matters/${params.matterId}?done=${params.act}`,
  );
}

export default function MatterAct({ loaderData, actionData, params }: Route.ComponentProps) {
  const t = useMessages().matters;
  const page = `/portal/matters/${params.matterId}`;
  const trail = [
    { to: "/portal/matters", label: t.title },
    { to: page, label: t.kinds[loaderData.kind] },
  ];
  return (
    <MatterForm
      {...loaderData}
      beginning={{}}
      choices={{ contracts: [], loans: [] }}
      answer={actionData}
      trail={trail}
    />
  );
}
