import { data, Form, redirect } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { newIdentifier } from "#app/identifier.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ClauseChips } from "#app/ui/clause-chip.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ExplainedDay } from "#app/ui/explained-day.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import {
  answerStartProposal,
  readStartProposal,
  type StartProposal,
} from "#app/usecases/contracts/start-proposal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/start-day.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const found = await answer(() => readStartProposal(principalOf(context), params.contractId));
  return { ...found, commandId: newIdentifier() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const chosen = form.get("answer");
  if (chosen !== "confirm" && chosen !== "decline") {
    return data({ error: "missing" as const, chosen: "" }, { status: 422 });
  }
  return answer(async () => {
    try {
      await answerStartProposal(principalOf(context), params.contractId, {
        confirmed: chosen === "confirm",
        shownStartDay: String(form.get("startDay") ?? ""),
        commandId: String(form.get("commandId") ?? ""),
      });
    } catch (error) {
      if (error instanceof Problem && error.code === "conflict") {
        return data({ error: "conflict" as const, chosen }, { status: 409 });
      }
      throw error;
    }
    return redirect(`/portal?done=${chosen === "confirm" ? "confirmed" : "declined"}`, 303);
  });
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function StartDay({ loaderData, actionData, params }: Route.ComponentProps) {
  const { number, proposal, mayAnswer } = loaderData;
  const t = useMessages().portal.startDay;
  const { title } = useMessages().portal.home;
  const conflict = proposal?.past ? t.pastError : t.conflict;
  const message = actionData && (actionData.error === "missing" ? t.missing : conflict);
  return (
    <>
      <ErrorSummary errors={message && proposal ? [{ id: "answer", message }] : []} />
      <PageHeader
        title={t.title}
        lead={proposal ? t.lead(number) : undefined}
        trail={[{ to: "/portal", label: title }]}
        failed={actionData !== undefined}
      />
      {proposal ? (
        <div className="flex flex-col gap-8">
          <Proposal wishedStart={loaderData.wishedStart} proposal={proposal} />
          {proposal.past ? <Notice kind="warning" title={t.past} /> : null}
          {mayAnswer ? (
            <Form method="post" noValidate className="flex flex-col items-start gap-6">
              <input type="hidden" name="startDay" value={proposal.startDay} />
              <input type="hidden" name="commandId" value={loaderData.commandId} />
              <RadioGroup
                field={{ id: "answer", name: "answer", errors: message ? [message] : undefined }}
                legend={t.question}
                required
                defaultValue={actionData?.chosen}
                options={[
                  { value: "confirm", label: t.confirm, support: t.confirmText },
                  { value: "decline", label: t.decline, support: t.declineText },
                ]}
              />
              <Button size="large">{t.submit}</Button>
            </Form>
          ) : (
            <Notice title={t.onlyOwner} />
          )}
        </div>
      ) : (
        <div className="flex flex-col items-start gap-6">
          <Notice kind={message ? "error" : "info"} live={Boolean(message)} title={t.none}>
            {message}
          </Notice>
          <LinkButton to={`/portal/contracts/${params.contractId}`} look="secondary">
            {t.toContract}
          </LinkButton>
        </div>
      )}
    </>
  );
}

function Proposal({
  wishedStart,
  proposal,
}: {
  wishedStart: string | null;
  proposal: NonNullable<StartProposal["proposal"]>;
}) {
  const t = useMessages().portal.startDay;
  const { startDay, termEnd, termDerivation, dueDay, dueDerivation } = proposal;
  return (
    <DescriptionList
      items={[
        { term: t.wished, description: wishedStart ? formatDay(wishedStart) : "" },
        {
          term: t.proposed,
          description: (
            <>
              <strong className="figures">{formatDay(startDay)}</strong>{" "}
              <ClauseChips clauses={["A5.5"]} />
            </>
          ),
        },
        {
          term: t.term,
          description: (
            <>
              {t.termText(formatDay(startDay), formatDay(termEnd))}{" "}
              <ClauseChips clauses={["A10.1"]} />
              <Derivation of={termDerivation} />
            </>
          ),
        },
        {
          term: t.due,
          description: <ExplainedDay day={dueDay} derivation={dueDerivation} clause="A12.2" />,
        },
      ]}
    />
  );
}
