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

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const principal = principalOf(context);
  const opening = await answer(() => readOpening(principal, "operations", params.kind));
  const named = Object.fromEntries(new URL(request.url).searchParams);
  return { ...opening, beginning: named, matterId: newIdentifier() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await answer(() => readUpload(request));
  const ids = { kind: params.kind, matterId: form.fields.get("clickId") ?? "" };
  return runMatterAct(
    form,
    () => openMatter(principalOf(context), "operations", ids, form),
    ({ customerId, matterId }) =>
      `/operations/matters/${customerId}/${matterId}?done=${params.kind}`,
  );
}

export default function MatterNewForStaff({ loaderData, actionData }: Route.ComponentProps) {
  const { matterId, ...opening } = loaderData;
  const trail = [{ to: "/operations/matters", label: useMessages().matters.title }];
  return <MatterForm {...opening} clickId={matterId} answer={actionData} trail={trail} />;
}
