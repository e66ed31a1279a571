import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { readCardPage, type CardPage } from "#app/usecases/cards/read-card.ts";
import type { Route } from "./+types/card.ts";
import { CollectedInvoices } from "./card/collected-invoices.tsx";

const results = ["saved", "waiting", "abandoned", "stale", "removed"] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const page = await answer(() => readCardPage(principalOf(context)));
  const result = new URL(request.url).searchParams.get("result");
  return { page, result: results.find((name) => name === result) ?? null };
}

export default function Card({ loaderData: { page, result } }: Route.ComponentProps) {
  const t = useMessages().cards;
  const { card, invoices, mayManage } = page;
  const isGood = result === "saved" || result === "removed";
  // What an old address claims must not contradict what is shown below it.
  const isTrue = result !== null && (result === "saved") === (isGood && card !== null);
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <div className="flex max-w-4xl flex-col gap-8">
        {result && isTrue ? (
          <Notice kind={isGood ? "success" : "warning"} live title={t.results[result]}>
            <p>{t.results[`${result}Text`]}</p>
          </Notice>
        ) : null}
        {card ? <PresentCard card={card} /> : <Notice title={t.none}>{t.noneText}</Notice>}
        {mayManage ? (
          <div className="flex flex-wrap gap-3">
            <LinkButton to="/portal/card/new" look={card ? "secondary" : "primary"}>
              {card ? t.replace : t.save}
            </LinkButton>
            {card ? (
              <LinkButton to="/portal/card/removal" look="secondary">
                {t.remove}
              </LinkButton>
            ) : null}
          </div>
        ) : (
          <p className="measure">{t.forbidden}</p>
        )}
        <CollectedInvoices invoices={invoices} hasCard={card !== null} />
      </div>
    </>
  );
}

function PresentCard({ card }: { card: NonNullable<CardPage["card"]> }) {
  const t = useMessages().cards;
  const { status, lastDay, wording } = card;
  const problem = status === "expired" || status === "blocked" ? status : null;
  return (
    <>
      {problem ? (
        <Notice kind="error" title={t.problems[problem]}>
          <p>{t.problems[`${problem}Text`]}</p>
        </Notice>
      ) : null}
      {status === "expiring" ? (
        <Notice kind="warning" title={t.problems.expiring(formatDay(lastDay))}>
          <p>{t.problems.expiringText}</p>
        </Notice>
      ) : null}
      <DescriptionList
        items={[
          {
            term: t.facts.card,
            description: <span className="figures">{t.named(card.brand, card.last4)}</span>,
          },
          {
            term: t.facts.status,
            description: <MachineStatus machine="card" state={status} />,
          },
          {
            term: t.facts.validUntil,
            description: <span className="figures">{t.validUntil(formatDay(lastDay))}</span>,
          },
          ...(card.consentedAt
            ? [
                {
                  term: t.facts.consentedAt,
                  description: <span className="figures">{formatInstant(card.consentedAt)}</span>,
                },
              ]
            : []),
        ]}
      />
      {wording ? (
        <Disclosure summary={t.wording}>
          {wording.split("\n").map((line) => (
            <p key={line} className="measure">
              {line}
            </p>
          ))}
        </Disclosure>
      ) : null}
    </>
  );
}
