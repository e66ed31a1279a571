import { index, layout, prefix, route, type RouteConfig } from "@react-router/dev/routes";

/** The URL contract. Each path has a row in access.ts that says who may use it, and how. */
export default [
  index("routes/public/home.tsx"),
  route("catalog", "routes/public/catalog.tsx"),
  route("terms", "routes/public/terms.tsx"),
  route("terms/versions", "routes/public/terms-versions.tsx"),
  route("terms/comparison", "routes/public/terms-comparison.tsx"),
  route("maintenance", "routes/public/maintenance.tsx"),
  route("maintenance.ics", "routes/public/maintenance/feed.ts"),
  route("language", "routes/public/language.tsx"),

  layout("routes/auth/layout.tsx", [
    route("sign-up", "routes/auth/sign-up.tsx"),
    route("sign-up/sent", "routes/auth/sign-up-sent.tsx"),
    route("verify-email", "routes/auth/verify-email.tsx"),
    route("sign-in", "routes/auth/sign-in.tsx"),
    route("sign-in/second-factor", "routes/auth/second-factor.tsx"),
    route("forgot-password", "routes/auth/forgot-password.tsx"),
    route("reset-password", "routes/auth/reset-password.tsx"),
  ]),
  route("sign-out", "routes/auth/sign-out.ts"),
  route("dashboard", "routes/auth/dashboard.ts"),
  layout("routes/auth/account-layout.tsx", [route("account", "routes/auth/account.tsx")]),

  ...prefix("portal", [
    layout("routes/portal/layout.tsx", [
      index("routes/portal/home.tsx"),
      route("orders/new", "routes/portal/order-new.tsx"),
      route("orders/:contractId/withdrawal", "routes/portal/order-withdrawal.tsx"),
      route("orders/:contractId/consent", "routes/portal/order-consent.tsx"),
      route("orders/:contractId/:step", "routes/portal/order-step.tsx"),
      route("contracts/:contractId", "routes/portal/contract.tsx"),
      route("contracts/:contractId/start-day", "routes/portal/start-day.tsx"),
      route("contracts/:contractId/terms", "routes/portal/contract-terms.tsx"),
      route("contracts/:contractId/terms/:version", "routes/portal/terms-change.tsx"),
      route("contracts/:contractId/cancellation", "routes/portal/cancellation.tsx"),
      route("contracts/:contractId/withdrawal", "routes/portal/withdrawal.tsx"),
      route("invoices", "routes/portal/invoices.tsx"),
      route("invoices/:invoiceId", "routes/portal/invoice.tsx"),
      route("invoices/:invoiceId/payment", "routes/portal/payment-start.tsx"),
      route("payments/:paymentId", "routes/portal/payment.tsx"),
    ]),
    route("contracts/:contractId/quote.pdf", "routes/portal/quote-pdf.ts"),
    route("invoices/:invoiceId/invoice.pdf", "routes/portal/invoice-pdf.ts"),
    route("invoices/:invoiceId/receipt.pdf", "routes/portal/receipt-pdf.ts"),
  ]),

  ...prefix("operations", [
    layout("routes/operations/layout.tsx", [
      index("routes/operations/home.tsx"),
      route("orders/:customerId/:contractId", "routes/operations/order.tsx"),
      route("maintenance", "routes/operations/maintenance.tsx"),
      route("maintenance/new", "routes/operations/maintenance-new.tsx"),
      route("maintenance/:maintenanceId", "routes/operations/maintenance-window.tsx"),
      route("breaches", "routes/operations/breaches.tsx"),
      route("breaches/:customerId/new", "routes/operations/breach-new.tsx"),
      route("breaches/:customerId/:caseId", "routes/operations/breach.tsx"),
      route("breaches/:customerId/:caseId/demand", "routes/operations/breach-demand.tsx"),
      route("breaches/:customerId/:caseId/termination", "routes/operations/termination.tsx"),
      route("contracts", "routes/operations/contracts.tsx"),
      route("terms", "routes/operations/terms.tsx"),
      route("terms/:version", "routes/operations/terms-version.tsx"),
      route("terms/:version/articles/:article", "routes/operations/terms-article.tsx"),
      route("terms/:version/announcement", "routes/operations/terms-announcement.tsx"),
      route("terms/:version/deliveries", "routes/operations/terms-deliveries.tsx"),
      route("contracts/:customerId/:contractId", "routes/operations/contract.tsx"),
      route("contracts/:customerId/:contractId/what-if", "routes/operations/what-if.tsx"),
      route(
        "contracts/:customerId/:contractId/cancellation",
        "routes/operations/operator-cancellation.tsx",
      ),
      route("contracts/:customerId/:contractId/notices", "routes/operations/contract-notices.tsx"),
    ]),
    route("files/:customerId/:fileId", "routes/operations/file.ts"),
  ]),

  ...prefix("finance", [
    layout("routes/finance/layout.tsx", [
      index("routes/finance/home.tsx"),
      route("invoices/:customerId/:invoiceId", "routes/finance/invoice.tsx"),
      route("payments", "routes/finance/payments.tsx"),
      route("payouts", "routes/finance/payouts.tsx"),
      route("payouts/:payoutId", "routes/finance/payout.tsx"),
    ]),
  ]),

  ...prefix("admin", [
    layout("routes/admin/layout.tsx", [
      index("routes/admin/home.tsx"),
      route("effects", "routes/admin/effects.tsx"),
      route("effects/events", "routes/admin/events.tsx"),
    ]),
  ]),

  route("demo/clock", "routes/demo/clock.tsx"),
  route("webhooks/stripe", "routes/webhooks/stripe.ts"),
  route("webhooks/resend", "routes/webhooks/resend.ts"),
  route("health/live", "routes/health/live.ts"),
  route("health/ready", "routes/health/ready.ts"),
  route("metrics", "routes/health/metrics.ts"),
  route("*", "routes/public/not-found.ts"),
] satisfies RouteConfig;
