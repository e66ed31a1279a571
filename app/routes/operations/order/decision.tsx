import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import type { SummaryError } from "#app/ui/error-summary.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { OrderDossier } from "#app/usecases/orders/order-dossier.ts";
import { Confirmation } from "../confirmation.tsx";
import { ClauseText } from "../clause-text.tsx";

/** What the parts of the order's page are drawn from. */
export interface OrderPartProps {
  dossier: OrderDossier;
  clickId: string;
  /** Address of the order's page. */
  page: string;
  failure: SummaryError | null;
}

/** Which order it is: company, sum and wish, beside the number in the heading. */
function OrderInShort({ dossier }: Pick<OrderPartProps, "dossier">) {
  const t = useMessages();
  const { registration, quote, contract } = dossier;
  return (
    <DescriptionList
      items={[
        { term: t.order.fields.companyName, description: registration.companyName },
        { term: t.order.review.total, description: <Money amount={quote.total} /> },
        {
          term: t.order.fields.wishedStart,
          description: contract.wishedStart ? formatDay(contract.wishedStart) : "–",
        },
      ]}
    />
  );
}

/** What accepting brings about (A5.1), then one button; said before where it will be refused (A5.2). */
export function AcceptForm({ dossier, clickId, page }: OrderPartProps) {
  const t = useMessages().operations.order;
  const { terms, contract } = dossier;
  return (
    <Confirmation
      title={t.acceptTitle}
      happens={t.acceptHappens}
      intent="accept"
      clickId={clickId}
      submit={t.accept}
      back={{ to: page, label: t.back }}
    >
      <OrderInShort dossier={dossier} />
      {contract.maintenanceVerified ? null : <Notice kind="warning" title={t.maintenanceToDo} />}
      {terms.ordered === terms.today ? null : (
        <Notice kind="warning" title={t.termsChanged(terms.ordered, terms.today)} />
      )}
    </Confirmation>
  );
}

/** The nine reasons of A5.4, of which one must be chosen, then one button. */
export function RejectForm({ dossier, clickId, page, failure }: OrderPartProps) {
  const t = useMessages().operations.order;
  const locale = useLocale();
  const errors = failure?.id === "reason" ? [failure.message] : undefined;
  return (
    <Confirmation
      title={t.rejectTitle}
      happens={t.rejectHappens}
      intent="reject"
      clickId={clickId}
      submit={t.reject}
      danger
      back={{ to: page, label: t.back }}
    >
      <OrderInShort dossier={dossier} />
      <RadioGroup
        field={{ id: "reason", name: "reason", errors }}
        legend={t.reason}
        required
        options={dossier.reasons.map(({ reason, label, clause, prompted }) => ({
          value: reason,
          label: (
            <>
              {label[locale]} <ClauseText clause={clause} />
            </>
          ),
          support: prompted ? `▲ ${t.prompted}` : undefined,
        }))}
      />
    </Confirmation>
  );
}
