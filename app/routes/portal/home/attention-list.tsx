import { Link } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import type { Attention } from "#app/usecases/contracts/customer-overview.ts";

/** What one thing says, where it leads, and by which clause it is due. */
function said(item: Attention, t: Messages["portal"]["home"]["attention"]) {
  switch (item.kind) {
    case "startDay":
      return {
        to: `/portal/contracts/${item.contractId}/start-day`,
        title: t.startDay(item.number),
        text: t.startDayText(formatDay(item.day)),
        clause: "A5.5",
      };
    case "invoice":
      return {
        to: `/portal/invoices/${item.invoiceId}`,
        title: t.invoice(item.number),
        text: t.invoiceText(formatYen(item.owed), formatDay(item.day)),
        clause: "A12.2",
      };
    case "termsChange":
      return {
        to: `/portal/contracts/${item.contractId}/terms/${encodeURIComponent(item.version)}`,
        title: t.termsChange(item.number),
        text: t.termsChangeText(item.version, formatDay(item.day)),
        clause: "A3.2",
      };
    case "termsConsent":
      return {
        to: `/portal/orders/${item.contractId}/consent`,
        title: t.termsConsent(item.number),
        text: t.termsConsentText,
        clause: "A5.1",
      };
    case "noticeDay":
      return {
        to: `/portal/contracts/${item.contractId}/cancellation`,
        title: t.noticeDay(item.number),
        text: t.noticeDayText(formatDay(item.day), formatDay(item.termEnd)),
        clause: "A10.2",
      };
  }
}

/** What waits for the customer, the earliest day first. */
export function AttentionList({ attention }: { attention: readonly Attention[] }) {
  const t = useMessages().portal.home;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t.attentionTitle}</h2>
      {attention.length === 0 ? <p className="text-support">{t.attentionNone}</p> : null}
      <ul className="flex flex-col gap-3">
        {attention.map((item) => {
          const { to, title, text, clause } = said(item, t.attention);
          const late = item.kind === "invoice" && item.late;
          return (
            <li
              key={to}
              className={`rounded-8 border border-l-8 bg-white px-4 py-2 ${late ? "border-error-2" : "border-key-900"}`}
            >
              <p className="flex flex-wrap items-center gap-x-4">
                <Link to={to} className="inline-flex min-h-11 items-center font-700">
                  {title}
                </Link>
                {late ? <StatusBadge tone="danger">{t.attention.invoiceLate}</StatusBadge> : null}
              </p>
              <p className="figures">
                {text} <ClauseChip clause={clause} />
              </p>
              {item.derivation ? <Derivation of={item.derivation} /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
