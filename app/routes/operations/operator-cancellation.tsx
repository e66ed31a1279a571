import { data, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Steps } from "#app/ui/steps.tsx";
import type { TypedWish } from "#app/usecases/contracts/cancellation-wish.ts";
import {
  cancelByOperator,
  previewOperatorCancellation,
} from "#app/usecases/contracts/operator-cancellation.ts";
import { asResponse, Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/operator-cancellation.ts";
import { ContractPageHeader } from "./contract/contract-page-header.tsx";
import { OperatorWish } from "./operator-cancellation/operator-wish.tsx";
import { OperatorReview } from "./operator-cancellation/operator-review.tsx";

const contractPage = ({ customerId, contractId }: Route.LoaderArgs["params"]) =>
  `/operations/contracts/${customerId}/${contractId}`;

const isConflict = (error: unknown) => error instanceof Problem && error.code === "conflict";

function wishOf(search: URLSearchParams): TypedWish | null {
  if (!search.has("wish") && !search.has("day")) return null;
  return { way: search.get("wish") ?? "", day: search.get("day") };
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const typed = wishOf(new URL(request.url).searchParams);
  const { customerId, contractId } = params;
  const principal = principalOf(context);
  try {
    const page = await previewOperatorCancellation(principal, customerId, contractId, typed);
    return { page, typed, clickId: newIdentifier() };
  } catch (error) {
    // A contract that takes no notice has nothing to show here: its page says why.
    if (isConflict(error)) throw redirect(contractPage(params), 303);
    throw asResponse(error);
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const typed = { way: text("wish"), day: text("day") };
  const target = { ...params, clickId: text("clickId") };
  try {
    await cancelByOperator(principalOf(context), target, typed, text("endDay"));
  } catch (error) {
    if (isConflict(error)) return data({ changed: true }, 409);
    throw asResponse(error);
  }
  return redirect(`${contractPage(params)}/notices?done=cancelByOperator`, 303);
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function OperatorCancellation({
  loaderData,
  actionData,
  params,
}: Route.ComponentProps) {
  const { page, typed, clickId } = loaderData;
  const t = useMessages();
  const words = t.contract.notices.operator;
  const { preview, problem, notices } = page;
  const back = contractPage(params);
  const [sent] = notices.sent;
  return (
    <>
      <ContractPageHeader
        title={preview ? words.reviewTitle : words.title}
        contract={page}
        page={back}
        lead={preview ? undefined : words.lead}
        failed={problem !== null}
      />
      <div className="flex max-w-4xl flex-col gap-8">
        <Steps steps={words.stepLabels} current={preview ? 1 : 0} />
        {actionData?.changed ? (
          <Notice kind="warning" live title={words.changedTitle}>
            {words.changedText}
          </Notice>
        ) : null}
        {sent ? (
          <Notice kind="info" title={words.pendingTitle}>
            {words.sentText(formatDay(sent.sentOn))}
          </Notice>
        ) : null}
        {sent ? (
          <LinkButton to={`${back}/notices`} look="secondary" className="self-start">
            {t.contract.notices.staff.link}
          </LinkButton>
        ) : preview ? (
          <OperatorReview preview={preview} clickId={clickId} />
        ) : (
          <OperatorWish page={page} typed={typed} back={back} />
        )}
      </div>
    </>
  );
}
