import { access } from "#app/access.ts";
import type { Messages } from "#app/i18n/messages.ts";
import type { Role } from "#app/middleware/context.ts";
import type { NavItem, NavSection } from "#app/ui/app-shell.tsx";

/** Whether the page stands open to one of the roles, by its row in access.ts. */
function isOpen(path: string, roles: readonly Role[]): boolean {
  const policy = access[path]?.get;
  if (policy === undefined || policy === "demo") return false;
  return typeof policy === "string" || policy.some((role) => roles.includes(role));
}

/** The menu of a person: every page without an id in its address that the roles open. */
export function navigationFor(roles: readonly Role[], t: Messages): NavSection[] {
  const { navigation } = t.frame;
  const sections: { heading?: string; items: NavItem[] }[] = [
    {
      items: [
        { to: "/portal", label: navigation.dashboard, end: true },
        { to: "/portal/orders/new", label: t.frame.buttons.order },
        { to: "/portal/invoices", label: navigation.invoices },
        { to: "/portal/card", label: t.cards.title, end: true },
        { to: "/portal/devices", label: t.loans.title },
        { to: "/portal/matters", label: t.matters.title },
        { to: "/portal/consents", label: t.consents.title },
        { to: "/portal/inspections", label: t.inspections.title },
      ],
    },
    {
      heading: t.frame.roles.operations,
      items: [
        { to: "/operations", label: t.work.title, end: true },
        { to: "/operations/contracts", label: navigation.contracts },
        { to: "/operations/terms", label: t.terms.title },
        { to: "/operations/consents", label: t.consents.title },
        { to: "/operations/breaches", label: t.breach.title },
        { to: "/operations/restrictions", label: t.restrictions.staff.navigation },
        { to: "/operations/discontinuations", label: t.restrictions.discontinuation.navigation },
        { to: "/operations/matters", label: t.matters.title },
        { to: "/operations/loans", label: t.loans.staffTitle },
        { to: "/operations/inspections", label: t.inspections.title },
        { to: "/operations/devices", label: t.stock.title },
        { to: "/operations/maintenance", label: t.maintenance.staff.navigation },
      ],
    },
    {
      heading: t.frame.roles.finance,
      items: [
        { to: "/finance", label: navigation.invoices, end: true },
        { to: "/finance/documents", label: t.documentSearch.title },
        { to: "/finance/approvals", label: t.approvals.title },
        { to: "/finance/payments", label: navigation.payments },
        { to: "/finance/refunds", label: t.refunds.title },
        { to: "/finance/receipts", label: t.receipts.title },
        { to: "/finance/payouts", label: t.auth.menu.payouts },
        { to: "/finance/comparison", label: t.refunds.comparison.title },
        { to: "/finance/ledger", label: t.ledger.balance.title, end: true },
        { to: "/finance/ledger/receivables", label: t.ledger.receivables.title },
        { to: "/finance/ledger/forecast", label: t.ledger.forecast.title },
        { to: "/finance/months", label: t.months.title },
      ],
    },
    {
      heading: t.frame.roles.admin,
      items: [
        { to: "/admin", label: navigation.audit, end: true },
        { to: "/admin/effects", label: t.auth.menu.effects },
        { to: "/admin/months", label: t.months.reopening.list },
      ],
    },
    {
      items: [
        { to: "/catalog", label: navigation.catalog },
        { to: "/terms", label: navigation.terms },
        { to: "/notices", label: navigation.notices },
        { to: "/account", label: navigation.account },
      ],
    },
  ];
  return sections
    .map(({ heading, items }) => ({ heading, items: items.filter(({ to }) => isOpen(to, roles)) }))
    .filter(({ items }) => items.length > 0);
}
