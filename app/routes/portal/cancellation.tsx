import { data, redirect, useLoaderData, useActionData } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Steps } from "#app/ui/steps.tsx";
import { cancelContract } from "#app/usecases/contracts/cancel-contract.ts";
import type { TypedWish } from "#app/usecases/contracts/cancellation-wish.ts";
import { readCancellationPage } from "#app/usecases/contracts/read-cancellation-page.ts";
import { asResponse, Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/cancellation.ts";
import { CancellationChoice } from "./cancellation-choice.tsx";
import { CancellationReview } from "./cancellation-review.tsx";

const page = (contractId: string) => `/portal/contracts/${contractId}`;

const isConflict = (error: unknown) => error instanceof Problem && error.code === "conflict";

/** What was chosen on the first page, or null where nothing has been sent yet. */
function wishOf(search: URLSearchParams): TypedWish | null {
  if (!search.has("wish") && !search.has("day")) return null;
  return { way: search.get("wish") ?? "", day: search.get("day") };
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const typed = wishOf(new URL(request.url).searchParams);
  try {
    const choices = await readCancellationPage(principalOf(context), params.contractId, typed);
    return { choices, typed, commandId: newIdentifier() };
  } catch (error) {
    // A contract that takes no notice has nothing to show here: its page says why.
    if (isConflict(error)) throw redirect(page(params.contractId), 303);
    throw asResponse(error);
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const typed = { way: text("wish"), day: text("day") };
  const { contractId } = params;
  try {
    const principal = principalOf(context);
    await cancelContract(principal, contractId, typed, text("endDay"), text("commandId"));
  } catch (error) {
    if (isConflict(error)) return data({ changed: true }, 409);
    throw asResponse(error);
  }
  return redirect(`${page(contractId)}?notice=cancelled`, 303);
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function Cancellation() {
  const { choices, typed, commandId } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { contract: t } = useMessages();
  const words = t.cancellation;
  const { preview, problem, pendingEnd, contractId, number } = choices;
  const review = preview && !problem ? preview : null;
  const failed = problem !== null && result === undefined;
  return (
    <>
      <PageHeader
        title={review ? words.review.title : words.title}
        lead={review ? undefined : words.lead}
        trail={[{ to: page(contractId), label: t.numbered(number) }]}
        failed={failed}
      />
      <div className="flex max-w-4xl flex-col gap-8">
        <Steps steps={words.stepLabels} current={review ? 1 : 0} />
        {result?.changed ? (
          <Notice kind="warning" live title={words.review.changedTitle}>
            {words.review.changedText}
          </Notice>
        ) : null}
        {pendingEnd === null ? null : (
          <Notice kind="info" title={words.pending}>
            {choices.canEndEarlier
              ? words.pendingText(formatDay(pendingEnd))
              : words.pendingOnly(formatDay(pendingEnd))}
          </Notice>
        )}
        {review ? (
          <CancellationReview page={choices} preview={review} commandId={commandId} />
        ) : choices.canEndEarlier ? (
          <CancellationChoice choices={choices} typed={typed} />
        ) : (
          <LinkButton to={page(contractId)} look="secondary" className="self-start">
            {words.review.back}
          </LinkButton>
        )}
      </div>
    </>
  );
}
