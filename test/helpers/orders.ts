import { newIdentifier } from "#app/identifier.ts";
import { openDraft } from "#app/usecases/orders/open-draft.ts";
import { formSteps, type FormStep } from "#app/usecases/orders/order-form/steps.ts";
import { asFormData, type TypedStep } from "#app/usecases/orders/order-form/typed.ts";
import { reviewOrder } from "#app/usecases/orders/review-order.ts";
import { saveOrderStep } from "#app/usecases/orders/save-order-step.ts";
import { submitOrder } from "#app/usecases/orders/submit-order.ts";
import type { Principal } from "#app/usecases/principal.ts";

/** An order form as a person might fill it in, complete; `wishedStart` is an ISO day. */
export function typedOrder(wishedStart: string, options: string[] = []) {
  return {
    company: {
      companyName: "株式会社みなと商事",
      companyNameKana: "カブシキガイシャミナトショウジ",
      representative: "代表取締役 港 一郎",
      postalCode: "105-0011",
      prefecture: "東京都",
      city: "港区芝公園",
      street: "4-2-8 みなとビル3階",
      phone: "03-1234-5678",
      contactName: "浜松 花子",
      contactEmail: "hanako@minato.example",
    },
    site: { siteName: "本社データセンター", sameAsCompany: "on" },
    maintenance: {
      vendor: "東和保守サービス株式会社",
      contractNumber: "TM-2029-0042",
      hardwareModel: "NS-4200",
      serialNumber: "NS42000117",
      validUntil: "2039-03-31",
    },
    menus: { basic: "NDR-BASE", options, wishedStart },
    declarations: {
      internalApproval: "on",
      noGuarantee: "on",
      exemptions: "on",
      dataAccess: "on",
      communication: "on",
      antiSocialForces: "on",
      deviceCare: "on",
    },
  } satisfies Record<FormStep, TypedStep>;
}

/** Opens a draft and fills in every page of its form. Returns the contract's id. */
export async function fillDraft(
  owner: Principal,
  typed: Record<FormStep, TypedStep>,
): Promise<string> {
  const contractId = newIdentifier();
  await openDraft(owner, contractId);
  for (const step of formSteps) {
    const reply = await saveOrderStep(owner, contractId, step, asFormData(typed[step]));
    if (reply) throw new Error(`${step} is not complete: ${JSON.stringify(reply.error)}`);
  }
  return contractId;
}

/** What the review page of an order shows now, as its form carries it back. */
export async function shownNow(owner: Principal, contractId: string) {
  const { quote, terms, specifications, savedAt } = await reviewOrder(owner, contractId);
  return {
    total: quote?.charge.total ?? 0,
    termsVersion: terms.version,
    specifications: specifications.map(({ version }) => version),
    savedAt,
  };
}

/** A complete order, sent. Returns the contract's id. */
export async function placeOrder(
  owner: Principal,
  wishedStart: string,
  options: string[] = [],
): Promise<string> {
  const contractId = await fillDraft(owner, typedOrder(wishedStart, options));
  const result = await submitOrder(owner, contractId, await shownNow(owner, contractId));
  if (result.outcome !== "submitted") throw new Error(`not sent: ${result.outcome}`);
  return contractId;
}
