import { Form, redirect } from "react-router";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import {
  confirmTermsChange,
  readTermsChange,
  type TermsChange,
} from "#app/usecases/terms/terms-change.ts";
import { TextDifference } from "../terms/text-difference.tsx";
import type { Route } from "./+types/terms-change.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const locale = context.get(localeContext);
  const { contractId, version } = params;
  const done = new URL(request.url).searchParams.get("done");
  return {
    read: await answer(() => readTermsChange(principalOf(context), contractId, version, locale)),
    done,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { contractId, version } = params;
  const isConfirmed = (await request.formData()).get("confirm") === "read";
  await answer(() => confirmTermsChange(principalOf(context), contractId, version, isConfirmed));
  const page = `/portal/contracts/${contractId}/terms/${encodeURIComponent(version)}`;
  return redirect(`${page}?done=confirmed`, 303);
}

/** An announced change: what changes, when, and what the customer can do (A3). */
export default function TermsChangePage({ loaderData }: Route.ComponentProps) {
  const { read, done } = loaderData;
  const t = useMessages();
  const words = t.terms.customer;
  const locale = useLocale();
  const { change, previous, contractId, number } = read;
  const page = `/portal/contracts/${contractId}`;
  const isComing = change.standing === "coming";
  return (
    <>
      <PageHeader
        title={words.changeTitle(read.name[locale])}
        lead={
          isComing ? (
            <>
              {words.changeLead(formatDay(change.from))} <ClauseChip clause="A3.1" />
            </>
          ) : undefined
        }
        trail={[
          { to: page, label: number ? t.contract.numbered(number) : t.contract.draftTitle },
          { to: `${page}/terms`, label: words.title },
        ]}
      />
      <div className="flex flex-col gap-10">
        {done === "confirmed" && read.seen ? (
          <Notice kind="success" live title={words.confirmedTitle} />
        ) : null}
        <DescriptionList
          items={[
            { term: t.terms.columns.version, description: change.version },
            ...(previous ? [{ term: t.terms.staff.previous, description: previous.version }] : []),
            ...(change.announcedDay
              ? [
                  {
                    term: t.terms.columns.announcedDay,
                    description: formatDay(change.announcedDay),
                  },
                ]
              : []),
            { term: t.terms.columns.effectiveDay, description: formatDay(change.from) },
            ...(change.summary
              ? [{ term: t.terms.columns.summary, description: change.summary[locale] }]
              : []),
            ...(change.lateReason
              ? [{ term: t.terms.lateReason, description: change.lateReason[locale] }]
              : []),
          ]}
        />
        <TextDifference difference={read.difference} isTerms={change.document === "terms"} />
        <Confirmation read={read} />
        {isComing ? (
          <section aria-labelledby="what-to-do" className="flex flex-col items-start gap-3">
            <h2 id="what-to-do">{words.whatToDo}</h2>
            <p className="measure">
              {words.whatToDoText} <ClauseChip clause="A17.1" />
            </p>
            <LinkButton to={`${page}/cancellation`} look="secondary">
              {words.toCancellation}
            </LinkButton>
          </section>
        ) : null}
      </div>
    </>
  );
}

/** The record that the change was read, or the button that makes it. */
function Confirmation({ read }: { read: TermsChange }) {
  const words = useMessages().terms.customer;
  const { seen, mayConfirm } = read;
  return (
    <section aria-labelledby="confirmation" className="flex flex-col items-start gap-3">
      <h2 id="confirmation">{words.kinds["termsSeen"]}</h2>
      {seen ? (
        <p>{words.confirmed(formatInstant(seen.at), seen.person)}</p>
      ) : (
        <p className="measure">{mayConfirm ? words.confirmLead : words.ownerOnly}</p>
      )}
      {!seen && mayConfirm ? (
        <Form method="post">
          <Button name="confirm" value="read" size="large">
            {words.confirm}
          </Button>
        </Form>
      ) : null}
    </section>
  );
}
