import { deviceMails } from "./devices/device-mails.ts";
import { matterMails } from "./matters/matter-mails.ts";
import { inspectionOverdue } from "./inspection-overdue.ts";
import { inspectionReminder } from "./inspection-reminder.ts";
import { workAccepted } from "./work-accepted.ts";
import { workObjected } from "./work-objected.ts";
import { workReported } from "./work-reported.ts";
import { createElement } from "react";
import { render } from "react-email";

import { accountExists } from "./account-exists.ts";
import { assigneeRegistration } from "./assignee-registration.ts";
import { assignmentOff } from "./assignment-off.ts";
import { breachCured } from "./breach-cured.ts";
import { breachDemand } from "./breach-demand.ts";
import { cancellationReceived } from "./cancellation-received.ts";
import { cardChargeAnnounced } from "./card-charge-announced.ts";
import { cardExpiring } from "./card-expiring.ts";
import { cardSaved } from "./card-saved.ts";
import { cardUnusable } from "./card-unusable.ts";
import { consentAsked } from "./consent-asked.ts";
import { consentDecided } from "./consent-decided.ts";
import { consentReceived } from "./consent-received.ts";
import { contractAssigned } from "./contract-assigned.ts";
import { contractEnded } from "./contract-ended.ts";
import { contractTakenOver } from "./contract-taken-over.ts";
import { contractTerminated } from "./contract-terminated.ts";
import { damagesClaimed } from "./damages-claimed.ts";
import { creditNoteIssued } from "./credit-note-issued.ts";
import { dataErased } from "./data-erased.ts";
import { endAnnounced } from "./end-announced.ts";
import { endLapsed } from "./end-lapsed.ts";
import { exportReminder } from "./export-reminder.ts";
import { finalSettlement } from "./final-settlement.ts";
import { singleLine } from "./format.ts";
import { invoiceIssued } from "./invoice-issued.ts";
import { MailLayout } from "./layout.tsx";
import type { Mail, MailBase, MailLocale } from "./mail.ts";
import { maintenanceCancelled } from "./maintenance-cancelled.ts";
import { maintenanceChanged } from "./maintenance-changed.ts";
import { maintenancePlanned } from "./maintenance-planned.ts";
import { newSignIn } from "./new-sign-in.ts";
import { noticeWithdrawn } from "./notice-withdrawn.ts";
import { operatorCancellation } from "./operator-cancellation.ts";
import { optionAdded } from "./option-added.ts";
import { optionDeclined } from "./option-declined.ts";
import { optionEnding } from "./option-ending.ts";
import { optionResumed } from "./option-resumed.ts";
import { orderAccepted } from "./order-accepted.ts";
import { orderReceived } from "./order-received.ts";
import { orderRejected } from "./order-rejected.ts";
import { orderWithdrawn } from "./order-withdrawn.ts";
import { passwordReset } from "./password-reset.ts";
import { paymentActionNeeded } from "./payment-action-needed.ts";
import { paymentFailed } from "./payment-failed.ts";
import { paymentReminder } from "./payment-reminder.ts";
import { quote } from "./quote.ts";
import { receipt } from "./receipt.ts";
import { refundFailed } from "./refund-failed.ts";
import { refunded } from "./refunded.ts";
import { renewalReminder } from "./renewal-reminder.ts";
import { renewed } from "./renewed.ts";
import { restrictionLifted } from "./restriction-lifted.ts";
import {
  restrictionCancelled,
  restrictionChanged,
  restrictionOver,
  restrictionPlanned,
  restrictionStarted,
} from "./restriction-notices.ts";
import { serviceRestricted } from "./service-restricted.ts";
import { serviceStarted } from "./service-started.ts";
import { serviceSuspended } from "./service-suspended.ts";
import { setOffDeclared } from "./set-off-declared.ts";
import { startDateFixed } from "./start-date-fixed.ts";
import { startDateProposed } from "./start-date-proposed.ts";
import { suspensionLifted } from "./suspension-lifted.ts";
import { termsChange } from "./terms-change.ts";
import { termsChangeWithdrawn } from "./terms-change-withdrawn.ts";
import { termsConsentNeeded } from "./terms-consent-needed.ts";
import { renderText } from "./text.ts";
import { verifyEmail } from "./verify-email.ts";
import { withdrawalAsked } from "./withdrawal-asked.ts";
import { withdrawalRefused } from "./withdrawal-refused.ts";

/** Every mail the portal can send, by the name under which its task is stored. */
export const mails = {
  "verify-email": verifyEmail,
  "account-exists": accountExists,
  "password-reset": passwordReset,
  "new-sign-in": newSignIn,
  "order-received": orderReceived,
  "order-accepted": orderAccepted,
  "order-rejected": orderRejected,
  "order-withdrawn": orderWithdrawn,
  "start-date-proposed": startDateProposed,
  "start-date-fixed": startDateFixed,
  quote,
  "service-started": serviceStarted,
  "invoice-issued": invoiceIssued,
  "damages-claimed": damagesClaimed,
  "credit-note-issued": creditNoteIssued,
  "set-off-declared": setOffDeclared,
  receipt,
  "payment-failed": paymentFailed,
  refunded,
  "refund-failed": refundFailed,
  "payment-action-needed": paymentActionNeeded,
  "card-saved": cardSaved,
  "card-expiring": cardExpiring,
  "card-unusable": cardUnusable,
  "card-charge-announced": cardChargeAnnounced,
  "payment-reminder": paymentReminder,
  "renewal-reminder": renewalReminder,
  renewed,
  "cancellation-received": cancellationReceived,
  "contract-ended": contractEnded,
  "terms-change": termsChange,
  "terms-change-withdrawn": termsChangeWithdrawn,
  "terms-consent-needed": termsConsentNeeded,
  "service-suspended": serviceSuspended,
  "suspension-lifted": suspensionLifted,
  "service-restricted": serviceRestricted,
  "restriction-lifted": restrictionLifted,
  "operator-cancellation": operatorCancellation,
  "withdrawal-asked": withdrawalAsked,
  "withdrawal-refused": withdrawalRefused,
  "notice-withdrawn": noticeWithdrawn,
  "end-announced": endAnnounced,
  "end-lapsed": endLapsed,
  "option-added": optionAdded,
  "option-declined": optionDeclined,
  ...deviceMails,
  ...matterMails,
  "option-ending": optionEnding,
  "option-resumed": optionResumed,
  "contract-terminated": contractTerminated,
  "contract-assigned": contractAssigned,
  "export-reminder": exportReminder,
  "data-erased": dataErased,
  "final-settlement": finalSettlement,
  "maintenance-planned": maintenancePlanned,
  "maintenance-changed": maintenanceChanged,
  "maintenance-cancelled": maintenanceCancelled,
  "restriction-planned": restrictionPlanned,
  "restriction-started": restrictionStarted,
  "restriction-changed": restrictionChanged,
  "restriction-over": restrictionOver,
  "restriction-cancelled": restrictionCancelled,
  "consent-received": consentReceived,
  "consent-asked": consentAsked,
  "consent-decided": consentDecided,
  "contract-taken-over": contractTakenOver,
  "assignment-off": assignmentOff,
  "assignee-registration": assigneeRegistration,
  "work-accepted": workAccepted,
  "work-objected": workObjected,
  "work-reported": workReported,
  "inspection-overdue": inspectionOverdue,
  "inspection-reminder": inspectionReminder,
  "breach-demand": breachDemand,
  "breach-cured": breachCured,
};

/** The name of a mail. */
export type MailTemplate = keyof typeof mails;

/** The props of one mail; plain data that survives JSON. */
export type MailProps<T extends MailTemplate> = Parameters<(typeof mails)[T]>[0];

/** A mail ready to be stored and sent byte for byte. */
export type RenderedMail = { subject: string; html: string; text: string };

/**
 * Renders a mail in one language.
 * Throws a RangeError for a day, amount or clause that is none, and for an address in `url` that is
 * not http(s): a mail with a broken or hostile link must not go out.
 */
export async function renderMail<T extends MailTemplate>(
  template: T,
  props: MailProps<T>,
  locale: MailLocale,
): Promise<RenderedMail> {
  // The compiler can't follow that the mail and the props belong to the same name.
  const mail = mails[template] as Mail<MailBase>;
  return renderContent(mail, props, locale);
}

async function renderContent<Props extends MailBase>(
  mail: Mail<Props>,
  props: Props,
  locale: MailLocale,
): Promise<RenderedMail> {
  if (!/^https?:\/\/[^\s]+$/.test(props.url)) throw new RangeError("Not a web address in a mail");
  const content = mail(props, locale);
  const subject = singleLine(content.subject);
  const base = {
    ...props,
    recipientName: singleLine(props.recipientName),
    companyName: props.companyName === null ? null : singleLine(props.companyName),
  };
  return {
    subject,
    html: await render(
      createElement(MailLayout, { base, content: { ...content, subject }, locale }),
    ),
    text: renderText(base, content, locale),
  };
}
