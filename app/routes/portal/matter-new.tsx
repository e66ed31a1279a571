import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { readUpload } from "#app/middleware/upload.ts";
import { runMatterAct } from "#app/routes/matters/matter-action.ts";
import { MatterForm } from "#app/routes/matters/matter-form.tsx";
import { openMatter } from "#app/usecases/matters/act-on-matter.ts";
import { readOpening } from "#app/usecases/matters/read-opening.ts";
import type { Route } from "./+types/matter-new.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const principal = principalOf(context);
  const opening = await answer(() => readOpening(principal, "customer", params.kind));
  return { ...opening, matterId: newIdentifier() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await answer(() => readUpload(request));
  const ids = { kind: params.kind, matterId: form.fields.get("clickId") ?? "" };
  return runMatterAct(
    form,
    () => openMatter(principalOf(context), "customer", ids, form),
    ({ matterId }) => `/portal/matters/${matterId}?done=${params.kind}`,
  );
}

export default function MatterNew({ loaderData, actionData }: Route.ComponentProps) {
  const { matterId, ...opening } = loaderData;
  const trail = [{ to: "/portal/matters", label: useMessages().matters.title }];
  return <MatterForm {...opening} clickId={matterId} answer={actionData} trail={trail} />;
}
