import { openDraft } from "#app/usecases/orders/open-draft.ts";
import { formSteps, type FormStep } from "#app/usecases/orders/order-form/steps.ts";
import { reviewOrder } from "#app/usecases/orders/review-order.ts";
import { saveOrderStep } from "#app/usecases/orders/save-order-step.ts";
import { submitOrder } from "#app/usecases/orders/submit-order.ts";
import { declarationClauses } from "#app/usecases/orders/order-form/declarations.ts";
import type { Principal } from "#app/usecases/principal.ts";

/** What a demo customer types into the order form. */
export interface DemoOrder {
  contractId: string;
  companyName: string;
  companyNameKana: string;
  representative: string;
  email: string;
  postalCode: string;
  prefecture: string;
  city: string;
  street: string;
  options: string[];
  /** ISO day. */
  wishedStart: string;
}

function pagesOf(order: DemoOrder): Record<FormStep, Record<string, string | string[]>> {
  const { companyName, companyNameKana, representative, postalCode, prefecture, city, street } =
    order;
  return {
    company: {
      ...{ companyName, companyNameKana, representative, postalCode, prefecture, city, street },
      phone: "03-0000-1111",
      contactName: representative,
      contactEmail: order.email,
    },
    site: { sameAsCompany: "on", siteName: "本社" },
    maintenance: {
      vendor: "架空保守サービス株式会社",
      contractNumber: "HM-2041",
      hardwareModel: "NS-3000",
      serialNumber: "NS3K-0099",
      validUntil: "2031-03-31",
    },
    menus: { basic: "NDR-BASE", options: order.options, wishedStart: order.wishedStart },
    declarations: Object.fromEntries(Object.keys(declarationClauses).map((name) => [name, "on"])),
  };
}

function asForm(page: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(page)) {
    for (const answer of [value].flat()) form.append(name, answer);
  }
  return form;
}

/** Types and sends an order page by page, as its owner would. Sent already, it is left alone. */
export async function placeOrder(owner: () => Promise<Principal>, order: DemoOrder): Promise<void> {
  const { contractId } = order;
  await openDraft(await owner(), contractId);
  const before = await reviewOrder(await owner(), contractId);
  if (before.status !== "draft") return;
  const pages = pagesOf(order);
  for (const step of formSteps) {
    const wrong = await saveOrderStep(await owner(), contractId, step, asForm(pages[step]));
    // Later pages are empty on the way; only this page's own mistakes stop the story.
    if (wrong?.error && step === "declarations") {
      throw new Error(`The demo order is refused: ${JSON.stringify(wrong.error)}`);
    }
  }
  const review = await reviewOrder(await owner(), contractId);
  const shown = {
    total: review.quote?.charge.total ?? 0,
    termsVersion: review.terms.version,
    specifications: review.specifications.map(({ version }) => version),
    savedAt: review.savedAt,
  };
  const { outcome } = await submitOrder(await owner(), contractId, shown);
  if (outcome !== "submitted")
    throw new Error(`The demo order of ${order.companyName}: ${outcome}.`);
}
