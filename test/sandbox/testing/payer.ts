import type Stripe from "stripe";

export const CARDS = {
  good: "4242424242424242",
  declined: "4000000000000002",
  poor: "4000000000009995",
  expired: "4000000000000069",
  wrongCode: "4000000000000127",
  lost: "4000000000009987",
  broken: "4000000000000119",
  challenged: "4000002760003184",
} as const;

export interface Shown {
  status: number;
  /** Where the answer redirects to, or null. */
  location: string | null;
  page: string;
}

/** A session for one line of so many yen, with a customer's address already known. */
export function createSession(
  stripe: Stripe,
  yen: number,
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
  options: Stripe.RequestOptions = {},
): Promise<Stripe.Response<Stripe.Checkout.Session>> {
  return stripe.checkout.sessions.create(
    {
      mode: "payment",
      line_items: [
        {
          price_data: {
            currency: "jpy",
            unit_amount: yen,
            product_data: { name: "監視サービス 4月分" },
          },
          quantity: 1,
        },
      ],
      customer_email: "keiri@example.jp",
      success_url: "http://127.0.0.1:9/paid?session={CHECKOUT_SESSION_ID}",
      cancel_url: "http://127.0.0.1:9/back",
      payment_intent_data: { metadata: { invoice_id: "inv_1" } },
      ...more,
    },
    options,
  );
}

/** Fills in the hosted page's form and submits it, as a browser without JavaScript would. */
export function submitCard(
  session: Stripe.Checkout.Session,
  number: string,
  fields: Record<string, string> = {},
): Promise<Shown> {
  return post(session.url ?? "", {
    number,
    expiry: "12/60",
    cvc: "123",
    name: "TARO TEST",
    ...fields,
  });
}

/** Posts a form and does not follow the redirect. */
export async function post(url: string, fields: Record<string, string>): Promise<Shown> {
  return shown(
    await fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" }),
  );
}

export async function open(url: string): Promise<Shown> {
  return shown(await fetch(url, { redirect: "manual" }));
}

async function shown(response: Response): Promise<Shown> {
  return {
    status: response.status,
    location: response.headers.get("location"),
    page: await response.text(),
  };
}
