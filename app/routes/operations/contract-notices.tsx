import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { readContractForStaff } from "#app/usecases/contracts/read-contract-for-staff.ts";
import { stepNotice } from "#app/usecases/contracts/staff-notices.ts";
import type { Route } from "./+types/contract-notices.ts";
import { ContractPageHeader } from "./contract/contract-page-header.tsx";
import { PendingNoticeSection, SentNoticeSection } from "./notice-sections.tsx";
import { staffAction } from "./staff-action.ts";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { customerId, contractId } = params;
  const principal = principalOf(context);
  const view = await answer(() => readContractForStaff(principal, customerId, contractId));
  const { number, customerName, notices } = view;
  const done = new URL(request.url).searchParams.get("done");
  const { today } = view.picture;
  return { number, customerName, notices, today, done, clickId: newIdentifier() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const target = {
    ...params,
    optionId: text("optionId") || undefined,
    clickId: text("clickId"),
  };
  const typed = {
    step: text("intent"),
    noticeId: text("noticeId"),
    deliveredOn: form.get("deliveredOn"),
  };
  const page = `/operations/contracts/${params.customerId}/${params.contractId}/notices`;
  return staffAction(page, typed.step, async () => {
    const outcome = await stepNotice(principalOf(context), target, typed);
    if (outcome === "dayMissing") return { error: outcome, intent: typed.step };
    return { done: outcome };
  });
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function ContractNotices({ loaderData, actionData, params }: Route.ComponentProps) {
  const { notices, today, done, clickId } = loaderData;
  const t = useMessages();
  const words = t.contract.notices;
  const contract = `/operations/contracts/${params.customerId}/${params.contractId}`;
  const isDay = actionData?.error === "dayMissing";
  const message = actionData && (isDay ? words.staff.dayMissing : words.conflict);
  const told = done ? words.done[done] : undefined;
  const { pending, sent } = notices;
  return (
    <>
      <ErrorSummary errors={message ? [{ id: isDay ? "deliveredOn" : undefined, message }] : []} />
      <ContractPageHeader
        title={words.title}
        contract={loaderData}
        page={contract}
        lead={words.lead}
        failed={message !== undefined}
      />
      <div className="flex max-w-4xl flex-col gap-10">
        {told && !message ? <Notice kind="success" live title={told} /> : null}
        {pending.length + sent.length === 0 ? <p>{words.none}</p> : null}
        {pending.map((notice) => (
          <PendingNoticeSection key={notice.noticeId} notice={notice} clickId={clickId} />
        ))}
        {sent.map((notice) => (
          <SentNoticeSection
            key={notice.id}
            notice={notice}
            today={today}
            clickId={clickId}
            error={isDay ? message : undefined}
          />
        ))}
        <LinkButton to={contract} look="secondary" className="self-start">
          {words.back}
        </LinkButton>
      </div>
    </>
  );
}
