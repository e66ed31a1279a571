import type Stripe from "stripe";
import { type Html, html } from "../http/html.ts";
import { layout, yen } from "../http/layout.ts";
import type { LineItem } from "../store/tables.ts";
import type { FieldName, Typed } from "./card-form.ts";
import { FIELD_ERRORS, TEXTS } from "./texts.ts";

export interface CardPage {
  session: Stripe.Checkout.Session;
  items: LineItem[];
  /** The payer's address, where the session or its customer names one: then it is not asked for. */
  knownEmail: string | null;
  typed: Typed;
  /** Fields that were filled in wrongly. */
  fields: FieldName[];
  /** Why the payment failed, in the payer's words. */
  failure: string | null;
}

/** The page with the amount, the lines and the card form, which posts to its own address. */
export function cardPage(page: CardPage): string {
  const { session, items, failure, fields } = page;
  const failed = failure !== null || fields.length > 0;
  const saving = session.mode === "setup";
  const amount = yen(session.amount_total ?? 0);
  const title = saving ? TEXTS.saveTitle : TEXTS.title;
  const content = html` <div class="columns">
    <section aria-labelledby="order">
      ${session.cancel_url !== null && html`<p><a class="link" href="${session.cancel_url}">← ${TEXTS.back}</a></p>`}
      <div class="panel">
        <h2 id="order">${saving ? TEXTS.saveTitle : TEXTS.summary}</h2>
        ${saving ? html`<p>${TEXTS.saveText}</p>` : order(amount, items)}
        <p class="support" style="margin-top:1rem">${TEXTS.payee}: ${TEXTS.payeeName}</p>
      </div>
      ${testCards()}
    </section>
    <section aria-labelledby="card">
      <h1>${title}</h1>
      ${failed && errorSummary(page)}
      <form method="post" action="/c/pay/${session.id}" novalidate>
        <h2 id="card">${TEXTS.cardHeading}</h2>
        ${page.knownEmail === null && field(page, "email", TEXTS.email, TEXTS.emailHint, "email", "email")}
        ${field(page, "number", TEXTS.number, TEXTS.numberHint, "cc-number", "numeric")}
        <div class="pair">
          ${field(page, "expiry", TEXTS.expiry, TEXTS.expiryHint, "cc-exp", "numeric")}
          ${field(page, "cvc", TEXTS.cvc, TEXTS.cvcHint, "cc-csc", "numeric")}
        </div>
        ${field(page, "name", TEXTS.name, TEXTS.nameHint, "cc-name", "text")}
        <button type="submit">${saving ? TEXTS.save : TEXTS.pay(amount)}</button>
      </form>
    </section>
  </div>`;
  return layout(failed ? `${TEXTS.errorPrefix}${title}` : title, testBanner(), content);
}

function order(amount: string, items: LineItem[]): Html {
  return html`<p class="support">${TEXTS.total}</p>
    <p class="total">${amount}</p>
    <table>
      ${items.map(lineRow)}
    </table>`;
}

export function testBanner(): Html {
  return html`<strong>${TEXTS.testMode}</strong>${TEXTS.testBanner}`;
}

function lineRow(item: LineItem): Html {
  return html`<tr>
    <td>
      ${item.description}<br /><span class="support">${TEXTS.quantity(item.quantity ?? 1)}</span>
    </td>
    <td class="number">${yen(item.amount_total)}</td>
  </tr>`;
}

function errorSummary({ failure, fields }: CardPage): Html {
  const links = fields.map((name) => html`<li><a href="#${name}">${FIELD_ERRORS[name]}</a></li>`);
  return html`<div class="summary" role="alert" tabindex="-1" autofocus>
    <h2>${TEXTS.errorSummary}</h2>
    <ul>
      ${failure !== null && html`<li><a href="#number">${failure}</a></li>`}${links}
    </ul>
  </div>`;
}

function field(
  { fields, typed }: CardPage,
  name: FieldName,
  label: string,
  hint: string,
  autocomplete: string,
  inputmode: string,
): Html {
  const wrong = fields.includes(name);
  const value = name === "name" || name === "email" ? typed[name] : "";
  const described = wrong ? `${name}-hint ${name}-error` : `${name}-hint`;
  return html`<div class="field">
    <label for="${name}">${label}<span class="required">${TEXTS.required}</span></label>
    <p class="hint" id="${name}-hint">${hint}</p>
    ${wrong && html`<p class="field-error" id="${name}-error">${TEXTS.errorPrefix}${FIELD_ERRORS[name]}</p>`}
    <input
      id="${name}"
      name="${name}"
      value="${value}"
      autocomplete="${autocomplete}"
      inputmode="${inputmode}"
      aria-required="true"
      aria-invalid="${String(wrong)}"
      aria-describedby="${described}"
    />
  </div>`;
}

function testCards(): Html {
  const [number, result] = TEXTS.testCardColumns;
  const rows = TEXTS.testCardRows.map(
    ([card, effect]) =>
      html`<tr>
        <td class="mono">${card}</td>
        <td>${effect}</td>
      </tr>`,
  );
  return html`<details>
    <summary>${TEXTS.testCards}</summary>
    <p class="support">${TEXTS.testCardsNote}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${number}</th>
          <th scope="col">${result}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </details>`;
}
