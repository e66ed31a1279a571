import { data, redirect } from "react-router";
import { z } from "zod";
import { useMessages } from "#app/i18n/use-messages.ts";
import { newIdentifier } from "#app/identifier.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { ClauseChips } from "#app/ui/clause-chip.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Steps } from "#app/ui/steps.tsx";
import { fillAddress } from "#app/usecases/orders/fill-address.ts";
import { parseStep } from "#app/usecases/orders/order-form/check.ts";
import { mustTick } from "#app/usecases/orders/order-form/fields.ts";
import { formSteps, isFormStep, stepAfter } from "#app/usecases/orders/order-form/steps.ts";
import { readOrderStep } from "#app/usecases/orders/read-order-step.ts";
import { reviewOrder } from "#app/usecases/orders/review-order.ts";
import { saveOrderStep } from "#app/usecases/orders/save-order-step.ts";
import { submitOrder } from "#app/usecases/orders/submit-order.ts";
import type { Route } from "./+types/order-step.ts";
import { CompanyStep } from "./order/company-step.tsx";
import { DeclarationsStep } from "./order/declarations-step.tsx";
import { MaintenanceStep } from "./order/maintenance-step.tsx";
import { MenusStep } from "./order/menus-step.tsx";
import { ReviewStep } from "./order/review-step.tsx";
import { SiteStep } from "./order/site-step.tsx";

const pages = {
  company: CompanyStep,
  site: SiteStep,
  maintenance: MaintenanceStep,
  menus: MenusStep,
  declarations: DeclarationsStep,
};

/** An order that was sent is looked at on its contract's page. */
const sentAlready = (contractId: string) => redirect(`/portal/contracts/${contractId}`, 303);

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const { contractId, step } = params;
  const { searchParams } = new URL(request.url);
  const principal = principalOf(context);
  return answer(async () => {
    if (step === "review") {
      const review = await reviewOrder(principal, contractId);
      if (review.status !== "draft") throw sentAlready(contractId);
      return { formStep: null, page: null, review, filled: null };
    }
    if (!isFormStep(step)) throw data(null, { status: 404 });
    const page = await readOrderStep(principal, contractId, step);
    if (!page.isDraft) throw sentAlready(contractId);
    const filled = { address: searchParams.get("address"), at: searchParams.get("at") };
    return { formStep: step, page, review: null, filled };
  });
}

/** What the review page carries back: the consent, and what was shown beside it. */
const reviewForm = z.object({
  consent: mustTick,
  total: z.coerce.number(),
  termsVersion: z.string(),
  savedAt: z.string(),
});

async function sendOrder({ params, context }: Route.ActionArgs, form: FormData) {
  const submission = parseStep(form, reviewForm);
  if (submission.status !== "success") return data({ result: submission.reply() }, { status: 422 });
  const specifications = form.getAll("specification").map(String);
  const shown = { ...reviewForm.parse(Object.fromEntries(form)), specifications };
  const sent = await submitOrder(principalOf(context), params.contractId, shown);
  if (sent.outcome === "submitted") return redirect("/portal?done=submitted", 303);
  return data({ sent }, { status: 409 });
}

export async function action(args: Route.ActionArgs) {
  const { contractId, step } = args.params;
  const form = await args.request.formData();
  return answer(async () => {
    if (step === "review") return sendOrder(args, form);
    if (!isFormStep(step)) throw data(null, { status: 404 });
    const go = String(form.get("go") ?? "");
    const filled = go === "address" ? await fillAddress(step, form) : null;
    const result = await saveOrderStep(principalOf(args.context), contractId, step, form);
    if (filled !== null) {
      const search = new URLSearchParams({
        address: filled ? "filled" : "unknown",
        at: newIdentifier(),
      });
      return redirect(`/portal/orders/${contractId}/${step}?${search}`, 303);
    }
    if (go === "later") return redirect("/portal?done=saved", 303);
    if (go === "review" || isFormStep(go))
      return redirect(`/portal/orders/${contractId}/${go}`, 303);
    if (result) return data({ result }, { status: 422 });
    return redirect(`/portal/orders/${contractId}/${stepAfter(step)}`, 303);
  });
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function OrderStepPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const t = useMessages().order;
  const { formStep, page, review, filled } = loaderData;
  const step = formStep ?? "review";
  const lastResult = actionData && "result" in actionData ? actionData.result : undefined;
  const complete = page?.complete ?? review?.complete ?? [];
  const names = [...formSteps, "review" as const];
  const Page = formStep && pages[formStep];
  return (
    <>
      <PageHeader
        title={t.steps[step]}
        lead={
          <>
            {t.leads[step]} <ClauseChips clauses={t.leadClauses[step]} />
          </>
        }
        failed={lastResult !== undefined}
        trail={[{ to: "/portal", label: t.title }]}
      />
      <Steps
        steps={names.map((name) => t.steps[name])}
        current={names.indexOf(step)}
        complete={names.map((name) => complete.some((done) => done === name))}
      />
      {Page && page ? (
        <Page
          // Fields that were filled in show it only where they are drawn anew.
          key={`${formStep} ${filled?.at}`}
          step={formStep}
          page={page}
          lastResult={lastResult}
          filled={lastResult ? null : (filled?.address ?? null)}
        />
      ) : null}
      {review ? (
        <ReviewStep
          contractId={params.contractId}
          review={review}
          consentMissing={lastResult !== undefined}
          sent={actionData && "sent" in actionData ? actionData.sent : undefined}
        />
      ) : null}
    </>
  );
}
