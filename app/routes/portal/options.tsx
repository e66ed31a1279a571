import { data, Form, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { OptionPage } from "#app/usecases/contracts/option-orders.ts";
import { readOptionNotice } from "#app/usecases/contracts/option-notice.ts";
import { stepOption } from "#app/usecases/contracts/order-option.ts";
import { asResponse, Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/options.ts";
import { NextExitsSection } from "./next-exits.tsx";
import { NoticeFacts } from "./notice-facts.tsx";
import { noticeTitle } from "./notice-words.ts";
import { OptionCancellation } from "./option-cancellation.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const chosen = { optionId: search.get("cancel"), endDay: search.get("end") };
  const { contractId } = params;
  return {
    ...(await answer(() => readOptionNotice(principalOf(context), contractId, chosen))),
    chosen,
    done: search.get("done"),
    commandId: newIdentifier(),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const [step, menuCode, optionId] = [text("step"), text("menuCode"), text("optionId")];
  const shown = { wish: text("wish"), endDay: text("endDay"), commandId: text("commandId") };
  const { contractId } = params;
  try {
    const typed = { step, menuCode, optionId, ...shown };
    const outcome = await stepOption(principalOf(context), contractId, typed);
    if (outcome === "menuMissing") return data({ fault: outcome }, { status: 422 });
    return redirect(`/portal/contracts/${contractId}/options?done=${outcome}`, 303);
  } catch (error) {
    if (error instanceof Problem && error.code === "conflict") {
      return data({ fault: "conflict" as const }, { status: 409 });
    }
    throw asResponse(error);
  }
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

/** Options of a running contract: ordered in addition (A9.1), and cancelled by themselves (A9.2). */
export default function Options({ loaderData, actionData }: Route.ComponentProps) {
  const { page, chosen, summary, done, commandId } = loaderData;
  const { contract } = useMessages();
  const t = contract.optionOrders;
  const back = `/portal/contracts/${page.contractId}`;
  const isMissing = actionData?.fault === "menuMissing";
  const option = page.cancellable.find((one) => one.option.optionId === chosen.optionId);
  const exit = option?.exits.exits.find(({ endDay }) => endDay === chosen.endDay);
  const told = done && !actionData ? t.done[done] : undefined;
  return (
    <>
      <ErrorSummary errors={isMissing ? [{ id: "menuCode", message: t.menuMissing }] : []} />
      <PageHeader
        title={t.title}
        lead={t.lead}
        trail={[{ to: back, label: contract.numbered(page.number) }]}
        failed={actionData !== undefined}
      />
      <div className="flex flex-col gap-12">
        {actionData?.fault === "conflict" ? <Notice kind="error" live title={t.conflict} /> : null}
        {told ? <Notice kind="success" live title={told} /> : null}
        {option && exit && !actionData ? (
          <OptionCancellation
            option={option.option}
            exit={exit}
            summary={summary}
            commandId={commandId}
          />
        ) : (
          <>
            <Addition
              page={page}
              commandId={commandId}
              error={isMissing ? t.menuMissing : undefined}
            />
            <Requested page={page} commandId={commandId} />
            <Noticed page={page} />
            <Cancellable page={page} />
          </>
        )}
        <LinkButton to={back} look="secondary" className="self-start">
          {t.backToContract}
        </LinkButton>
      </div>
    </>
  );
}

function Addition({
  page,
  commandId,
  error,
}: {
  page: OptionPage;
  commandId: string;
  error: string | undefined;
}) {
  const t = useMessages().contract.optionOrders;
  const locale = useLocale();
  const { addable, termEnd } = page;
  return (
    <section aria-labelledby="add-title" className="flex flex-col gap-4">
      <h2 id="add-title">
        {t.addTitle} <ClauseChip clause="A9.1" />
      </h2>
      {addable.length === 0 ? <p>{t.none}</p> : null}
      {addable.length > 0 ? (
        <Form method="post" noValidate className="flex flex-col items-start gap-6">
          <input type="hidden" name="commandId" value={commandId} />
          <RadioGroup
            field={{ id: "menuCode", name: "menuCode", errors: error ? [error] : undefined }}
            legend={t.menu}
            required
            options={addable.map(
              ({ code, kind, nameJa, nameEn, annualPrice, firstFee, lastDay }) => {
                const total = formatYen(firstFee.net + firstFee.tax);
                return {
                  value: code,
                  label: locale === "ja" ? nameJa : nameEn,
                  support: [
                    kind === "work"
                      ? t.workFee(total)
                      : `${t.firstFee(firstFee.months, total, formatDay(termEnd))} ${t.perYear(formatYen(annualPrice))}`,
                    ...(lastDay ? [t.ending(formatDay(lastDay))] : []),
                  ].join(" "),
                };
              },
            )}
          />
          <Button name="step" value="add">
            {t.add}
          </Button>
        </Form>
      ) : null}
    </section>
  );
}

function Requested({ page, commandId }: { page: OptionPage; commandId: string }) {
  const t = useMessages().contract.optionOrders;
  const locale = useLocale();
  if (page.requested.length === 0) return null;
  return (
    <section aria-labelledby="requested-title" className="flex flex-col gap-4">
      <h2 id="requested-title">{t.requestedTitle}</h2>
      {page.requested.map(({ optionId, nameJa, nameEn }) => (
        <Form key={optionId} method="post">
          <input type="hidden" name="commandId" value={commandId} />
          <input type="hidden" name="optionId" value={optionId} />
          <Button name="step" value="withdraw" look="secondary">
            {t.withdraw(locale === "ja" ? nameJa : nameEn)}
          </Button>
        </Form>
      ))}
    </section>
  );
}

/** Options whose end the customer asked for, and the way to take that back. */
function Noticed({ page }: { page: OptionPage }) {
  const { notices, optionOrders: t } = useMessages().contract;
  const locale = useLocale();
  if (page.noticed.length === 0) return null;
  return (
    <section aria-labelledby="noticed-title" className="flex flex-col gap-4">
      <h2 id="noticed-title">
        {t.noticedTitle} <ClauseChip clause="A17.1" />
      </h2>
      {page.noticed.map((notice) => (
        <div key={notice.noticeId} className="flex flex-col gap-2">
          <h3>{noticeTitle(notice, notices, locale)}</h3>
          <NoticeFacts notice={notice} />
        </div>
      ))}
      <LinkButton
        to={`/portal/contracts/${page.contractId}/withdrawal`}
        look="secondary"
        className="self-start"
      >
        {notices.link}
      </LinkButton>
    </section>
  );
}

function Cancellable({ page }: { page: OptionPage }) {
  const t = useMessages().contract.optionOrders;
  const locale = useLocale();
  if (page.cancellable.length === 0) return null;
  return (
    <section aria-labelledby="cancel-title" className="flex flex-col gap-6">
      <h2 id="cancel-title">
        {t.cancelTitle} <ClauseChip clause="A9.2" />
      </h2>
      <p className="measure">{t.cancelText}</p>
      {page.cancellable.map(({ option, exits }) => (
        <NextExitsSection
          key={option.optionId}
          exits={exits}
          title={locale === "ja" ? option.nameJa : option.nameEn}
          to={({ endDay }) => `?cancel=${option.optionId}&end=${endDay}`}
        />
      ))}
    </section>
  );
}
