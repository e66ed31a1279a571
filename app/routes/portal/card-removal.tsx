import { Form, redirect } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { readCardPage } from "#app/usecases/cards/read-card.ts";
import { removeCard } from "#app/usecases/cards/remove-card.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/card-removal.ts";
import { CollectedInvoices } from "./card/collected-invoices.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const { card, invoices } = await answer(() => readCardPage(principalOf(context)));
  if (!card) throw redirect("/portal/card", 303);
  return { card, invoices };
}

export async function action({ context }: Route.ActionArgs) {
  return answer(async () => {
    try {
      await removeCard(principalOf(context));
    } catch (error) {
      // Another tab was quicker: there is nothing left to remove.
      if (!(error instanceof Problem && error.code === "notFound")) throw error;
    }
    return redirect("/portal/card?result=removed", 303);
  });
}

export default function CardRemoval({ loaderData }: Route.ComponentProps) {
  const t = useMessages().cards;
  const { card, invoices } = loaderData;
  return (
    <>
      <PageHeader
        title={t.removal.title}
        lead={t.removal.lead(t.named(card.brand, card.last4))}
        trail={[{ to: "/portal/card", label: t.title }]}
      />
      <div className="flex max-w-4xl flex-col gap-8">
        <section aria-labelledby="happens" className="measure flex flex-col gap-4">
          <h2 id="happens">{t.removal.happensTitle}</h2>
          <ul className="flex list-disc flex-col gap-2 pl-6">
            {t.removal.happens.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        <CollectedInvoices invoices={invoices} hasCard />
        <Form method="post" className="flex flex-wrap gap-3">
          <Button look="danger" size="large">
            {t.removal.submit}
          </Button>
          <LinkButton to="/portal/card" look="secondary" size="large">
            {t.removal.back}
          </LinkButton>
        </Form>
      </div>
    </>
  );
}
