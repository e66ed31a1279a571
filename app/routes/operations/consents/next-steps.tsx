import { Form } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import type { ConsentView } from "#app/usecases/consents/read-consents.ts";

/** What staff can do about an open request: go on to a decision, or take their own back. */
export function NextSteps({ request, clickId }: { request: ConsentView; clickId: string }) {
  const t = useMessages().consents;
  const { asker, kind, assignee, maintenanceVerifiedOn } = request;
  if (asker === "operator") {
    return kind === "assignment" ? (
      <Form method="post">
        <input type="hidden" name="clickId" value={clickId} />
        <Button name="intent" value="takeBack" look="secondary">
          {t.takeBack}
        </Button>
      </Form>
    ) : null;
  }
  const isAssignment = kind === "assignment";
  const isNamed = isAssignment && (assignee === "asked" || assignee === "agreed");
  const mayConsent = !isAssignment || (assignee === "agreed" && maintenanceVerifiedOn !== null);
  return (
    <section className="flex flex-col gap-4">
      {isAssignment && assignee === "asked" ? <p className="measure">{t.waiting}</p> : null}
      {assignee === "agreed" && !mayConsent ? <p className="measure">▲ {t.unchecked}</p> : null}
      <div className="flex flex-wrap gap-3">
        {mayConsent ? <LinkButton to="?step=consent">{t.toConsent}</LinkButton> : null}
        <LinkButton to="?step=refuse" look="secondary">
          {t.toRefuse}
        </LinkButton>
        {isNamed ? (
          <LinkButton to="?step=refuseAssignee" look="secondary">
            {t.toRefuseAssignee}
          </LinkButton>
        ) : null}
      </div>
    </section>
  );
}
