import type { Database, Handle } from "#db/client.ts";
import { readProposedAssignee } from "#db/queries/consent-requests.ts";
import type { EffectRow } from "#db/queries/effects.ts";
import {
  readContractNumber,
  readCustomerName,
  readInvoiceFacts,
  readMembers,
  readStaff,
  type Recipient,
} from "#db/queries/mail-facts.ts";
import { readOperatorProfile } from "#db/queries/operator-profile.ts";
import { readCreditsOfContract } from "#db/queries/money/credit-notes.ts";
import { readUnsettledInvoices, type UnsettledInvoice } from "#db/queries/unsettled-invoices.ts";
import type { MailGateway } from "#app/gateways/mail.ts";
import { writeMail, type MailProps, type MailTemplate } from "#app/gateways/mail-writer.ts";
import type { EffectHandler, EffectResult, LookUpResult } from "../effect-handler.ts";
import { breachMails, readBreachWords } from "./breach-mails.ts";
import { consentMails, readConsentWords } from "./consent-mails.ts";
import { contractMails } from "./contract-mails.ts";
import type {
  BreachMailParams,
  CardMailParams,
  ConsentMailParams,
  ContractMailParams,
  InvoiceMailParams,
  NoticeMailParams,
  OptionMailParams,
  PaymentMailParams,
  Surroundings,
} from "./facts.ts";
import { creditMails } from "./credit-mails.ts";
import { cardMails, paymentMails } from "./card-mails.ts";
import { readMailCard } from "./mail-card.ts";
import { deviceMailProps, readDeviceWords, type DeviceMailParams } from "./device-mails.ts";
import { inspectionMails } from "./inspection-mails.ts";
import { invoiceMails } from "./money-mails.ts";
import { matterMailProps, readMatterWords, type MatterMailParams } from "./matter-mails.ts";
import { noticeMails } from "./notice-mails.ts";
import { optionMails } from "./option-mails.ts";
import { refundMails, type RefundMailParams } from "./refund-mails.ts";
import { readTermsFacts } from "./terms-mails.ts";
import { readRestrictionWords } from "./restriction-words.ts";
import { providerIdsOf, tagOf, type StoredMail } from "./stored-mail.ts";

export interface MailEffectParts {
  database: Database;
  mail: MailGateway;
  mailFrom: string;
  appUrl: string;
}

type AnyMailParams =
  | ContractMailParams
  | InvoiceMailParams
  | PaymentMailParams
  | CardMailParams
  | RefundMailParams
  | NoticeMailParams
  | OptionMailParams
  | DeviceMailParams
  | MatterMailParams
  | BreachMailParams
  | ConsentMailParams;

/** Who reads mails about money, and about the service as a whole, beside those who sign. */
function readersOf(params: AnyMailParams): string[] {
  if ("invoiceId" in params || "cardId" in params) return ["owner", "billing"];
  // Who may inspect work is asked to (A11).
  const isService =
    "noticeId" in params ||
    "loanId" in params ||
    "matterId" in params ||
    params.template in inspectionMails;
  return isService ? ["owner", "technical"] : ["owner"];
}

/** Who reads a mail, and which company it addresses. */
async function readAddressees(
  tx: Handle,
  customerId: string,
  params: AnyMailParams,
): Promise<{ companyName: string | null; recipients: Recipient[] }> {
  if (params.to === "proposedAssignee") {
    const proposed = await readProposedAssignee(tx, customerId, params.requestId);
    if (!proposed) return { companyName: null, recipients: [] };
    // Nobody knows yet who will read it, nor in which language.
    const { companyName: name, email } = proposed;
    return { companyName: null, recipients: [{ email, name, locale: "ja" }] };
  }
  const recipients =
    params.to === "finance"
      ? await readStaff(tx, "finance")
      : await readMembers(tx, customerId, readersOf(params));
  return { companyName: await readCustomerName(tx, customerId), recipients };
}

/** What invoices come to in yen, and the day on which the last of them falls due. */
const owedOf = (invoices: readonly UnsettledInvoice[]) => ({
  amount: invoices.reduce((sum, { owed }) => sum + owed, 0),
  dueDay: invoices.at(-1)?.dueDay ?? null,
});

/** The version of the terms that a contract's mail is about, or null. */
function versionIn({ facts }: AnyMailParams): string | null {
  const { versionId } = ("said" in facts ? facts.said : {}) as { versionId?: string | null };
  return versionId ?? null;
}

type InvoiceTemplate = keyof typeof invoiceMails | keyof typeof creditMails;

/** What a template says of the machine's facts and their surroundings. */
function propsOf(params: AnyMailParams, around: Surroundings) {
  if ("loanId" in params) {
    const { device } = around;
    if (!device) throw new Error("The words of a mail about a device were not read.");
    return deviceMailProps(params, around, device);
  }
  if ("matterId" in params) {
    const { matter } = around;
    if (!matter) throw new Error("The words of a mail about a matter were not read.");
    return matterMailProps(params, around, matter);
  }
  if ("caseId" in params) {
    const words = around.breach ?? { text: "", contractNumbers: [] };
    return breachMails[params.template as keyof typeof breachMails](params, around.appUrl, words);
  }
  if ("requestId" in params) {
    const words = around.consent ?? { text: "", contractNumber: "", companyName: "" };
    return consentMails[params.template as keyof typeof consentMails](params, around.appUrl, words);
  }
  if ("noticeId" in params) {
    return noticeMails[params.template as keyof typeof noticeMails](params, around.appUrl);
  }
  if ("refundId" in params) {
    return refundMails[params.template as keyof typeof refundMails](params, around);
  }
  if ("paymentId" in params) {
    return paymentMails[params.template as keyof typeof paymentMails](params, around);
  }
  if ("invoiceId" in params) {
    const build = { ...invoiceMails, ...creditMails }[params.template as InvoiceTemplate];
    return build(params, around);
  }
  if ("cardId" in params) {
    return cardMails[params.template as keyof typeof cardMails](params, around);
  }
  if ("option" in params.facts) {
    const option = params as OptionMailParams;
    const build = { ...optionMails, ...inspectionMails };
    return build[option.template as keyof typeof build](option, around);
  }
  const build = contractMails[params.template as keyof typeof contractMails];
  if (!build) throw new Error(`No mail is called ${params.template}.`);
  return build(params as ContractMailParams, around);
}

/** Writes every mail of an effect, one for each person, in that person's language; null for nobody. */
async function render(parts: MailEffectParts, effect: EffectRow): Promise<StoredMail[] | null> {
  const { customerId } = effect;
  const params = effect.params as AnyMailParams;
  const read = await parts.database.transaction({ role: "portal_engine" }, async (tx) => {
    const invoice =
      "invoiceId" in params ? await readInvoiceFacts(tx, customerId, params.invoiceId) : null;
    const contractId = "contractId" in params ? params.contractId : (invoice?.contractId ?? null);
    return {
      operator: await readOperatorProfile(tx),
      ...(await readAddressees(tx, customerId, params)),
      around: {
        appUrl: parts.appUrl,
        contractNumber:
          contractId === null ? "" : await readContractNumber(tx, customerId, contractId),
        invoice: invoice ? { number: invoice.number ?? "", dueDay: invoice.dueDay ?? "" } : null,
        owed: owedOf(
          contractId === null ? [] : await readUnsettledInvoices(tx, customerId, contractId),
        ),
        ...(contractId !== null && params.template === "final-settlement"
          ? { credits: await readCreditsOfContract(tx, customerId, contractId) }
          : {}),
        card: await readMailCard(tx, customerId, params),
        terms: await readTermsFacts(tx, versionIn(params)),
        restriction: await readRestrictionWords(tx, params.template, params.facts),
        consent: "requestId" in params ? await readConsentWords(tx, customerId, params) : null,
        device: "loanId" in params ? await readDeviceWords(tx, customerId, params) : null,
        matter: "matterId" in params ? await readMatterWords(tx, customerId, params) : null,
        breach: "caseId" in params ? await readBreachWords(tx, customerId, params) : null,
      },
    };
  });
  const said = propsOf(params, read.around);
  // Staff have no door to a customer's own pages.
  const props = params.to === "finance" ? { ...said, url: `${parts.appUrl}/finance` } : said;
  const { nameJa, nameEn, supportEmail } = read.operator;
  // Nothing is stored, so that a later try finds whoever is there by then.
  if (read.recipients.length === 0) return null;
  return Promise.all(
    read.recipients.map(async ({ email, name, locale }, person) => {
      const base = { operator: { nameJa, nameEn, supportEmail }, recipientName: name };
      const mail = await writeMail(
        params.template as MailTemplate,
        { ...base, companyName: read.companyName, ...props } as MailProps<MailTemplate>,
        locale,
      );
      const key = [customerId, effect.machineId, effect.seq, effect.n, person].join("/");
      return { key, tag: tagOf(effect, person), to: email, ...mail, providerId: null };
    }),
  );
}

/** The key under which a mail goes out: another one after the first has lapsed at the provider. */
const keyOf = ({ key }: StoredMail, { keyNumber }: EffectRow): string =>
  keyNumber === 1 ? key : `${key}/again-${keyNumber}`;

/** Sends what has not been taken yet; each mail has a key of its own, so a repeat sends no second one. */
async function send(
  parts: MailEffectParts,
  effect: EffectRow,
  mails: StoredMail[] | null,
): Promise<EffectResult> {
  if (mails === null) return { outcome: "refused", reason: "nobody to write to" };
  const sent = [...mails];
  for (const [n, stored] of sent.entries()) {
    const { providerId, ...mail } = stored;
    if (providerId !== null) continue;
    const key = keyOf(stored, effect);
    const answer = await parts.mail.sendMail({ from: parts.mailFrom, ...mail, key });
    if (answer.outcome !== "sent") return { ...answer, rendered: sent };
    sent[n] = { ...mail, providerId: answer.providerId };
  }
  return { outcome: "done", providerId: providerIdsOf(sent), rendered: sent };
}

/** Searches the provider for the mails of which nobody knows whether they were sent. */
async function lookUp(
  parts: MailEffectParts,
  { keySince }: EffectRow,
  mails: StoredMail[] | null,
): Promise<LookUpResult> {
  if (mails === null) return { outcome: "absent" };
  const found = [...mails];
  for (const [n, mail] of found.entries()) {
    const { providerId, tag, to, subject } = mail;
    if (providerId !== null || keySince === null) continue;
    if (!tag) return { outcome: "untold", reason: "nameless", rendered: found };
    const answer = await parts.mail.findMail({ tag, to, subject, since: keySince });
    if (answer.outcome === "found") found[n] = { ...mail, providerId: answer.providerId };
    else if (answer.outcome !== "absent") return { ...answer, rendered: found };
  }
  const isSent = found.every(({ providerId }) => providerId !== null);
  if (!isSent) return { outcome: "absent", rendered: found };
  return { outcome: "done", providerId: providerIdsOf(found), rendered: found };
}

/** The effect that writes to people. */
export function mailEffect(parts: MailEffectParts): EffectHandler {
  return {
    render: (effect) => render(parts, effect),
    perform: (effect, rendered) => send(parts, effect, rendered as StoredMail[] | null),
    lookUp: (effect, rendered) => lookUp(parts, effect, rendered as StoredMail[] | null),
  };
}
