import { createElement, type ComponentType } from "react";
import { RouterContextProvider } from "react-router";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { ja } from "#app/i18n/ja.ts";
import { requestContext, userContext, type SessionUser } from "#app/middleware/context.ts";
import { openDraft } from "#app/usecases/orders/open-draft.ts";
import { formSteps } from "#app/usecases/orders/order-form/steps.ts";
import { asFormData } from "#app/usecases/orders/order-form/typed.ts";
import { erasureStores } from "#machines/terms/a18-erasure.ts";
import { fillDraft, placeOrder, shownNow, typedOrder } from "#test/helpers/orders.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { renderMarkup } from "#test/helpers/render-markup.tsx";
import * as operationsContract from "../operations/contract.tsx";
import * as operationsContracts from "../operations/contracts.tsx";
import * as operationsHome from "../operations/home.tsx";
import * as operationsOrder from "../operations/order.tsx";
import * as erasure from "../operations/erasure.tsx";
import * as erasurePdf from "../operations/erasure-pdf.ts";
import * as ownErasurePdf from "./erasure-pdf.ts";
import * as home from "./home.tsx";
import * as orderNew from "./order-new.tsx";
import * as orderStep from "./order-step.tsx";
import * as withdrawal from "./order-withdrawal.tsx";
import * as startDay from "./start-day.tsx";

let opened: TestPortal;
let customerId: string;
const { order } = ja;
const owner = () => opened.member(customerId);

beforeAll(async () => {
  opened = await openTestPortal();
  await opened.moveTo("2030-03-01T10:00:00+09:00");
  customerId = await opened.addCustomer("みなと商事");
});
afterAll(() => opened.close());

type Params = Record<string, string>;
// Each route's own types name its own parameters; the test calls them all in one way.
type Page = { loader?: unknown; action?: unknown; default?: unknown };
type Visit = { as?: "owner" | "operations"; params?: Params; query?: string; form?: Params };
type Call = (args: unknown) => unknown;

async function argsOf({ as = "owner", params = {}, query = "", form }: Visit) {
  const isStaff = as === "operations";
  const asking = isStaff ? await opened.staff() : await owner();
  const user: SessionUser = {
    ...{ userId: asking.userId, name: "山田", email: "y@example.jp", roles: [as] },
    ...{ customerId: isStaff ? null : customerId, customerName: null, twoFactor: true },
  };
  const context = new RouterContextProvider();
  context.set(userContext, user);
  const receivedAt = await opened.portal.clock.now();
  context.set(requestContext, { requestId: "r", ipAddress: "192.0.2.1", receivedAt });
  const body = form ? new URLSearchParams(form) : undefined;
  const request = new Request(`http://localhost/page${query}`, {
    method: form ? "POST" : "GET",
    body,
  });
  return { params, context, request };
}

/** A loader's or action's answer: its status, where it leads, or its data. */
async function ask(call: unknown, visit: Visit) {
  const answered = await Promise.resolve((call as Call)(await argsOf(visit))).catch(
    (error: unknown) => error,
  );
  if (answered instanceof Response) {
    return { status: answered.status, to: answered.headers.get("location"), data: undefined };
  }
  if (answered instanceof Error) throw answered;
  const wrapped = answered as { data?: unknown; init?: { status?: number } | null };
  const isWrapped = typeof answered === "object" && answered !== null && "init" in answered;
  return isWrapped
    ? { status: wrapped.init?.status ?? 200, to: null, data: wrapped.data }
    : { status: 200, to: null, data: answered };
}

/** The HTML of a page for somebody without scripts, after a refused form where one is given. */
async function render(page: Page, visit: Visit): Promise<string> {
  const { form, ...look } = visit;
  const loaded = await ask(page.loader, look);
  const acted = form ? await ask(page.action, visit) : undefined;
  const component = page.default as ComponentType<Record<string, unknown>>;
  const props = { loaderData: loaded.data, actionData: acted?.data, params: visit.params ?? {} };
  return renderMarkup(createElement(component, props), { loaderData: loaded.data });
}

const flat = (step: (typeof formSteps)[number], typed: ReturnType<typeof typedOrder>): Params =>
  Object.fromEntries(asFormData(typed[step])) as Params;

describe("the order form without scripts", () => {
  test("begins with one draft, however often the button is pressed", async () => {
    const { data } = await ask(orderNew.loader, {});
    const { contractId } = data as { contractId: string };
    for (const _ of [1, 2]) {
      const { status, to } = await ask(orderNew.action, { form: { contractId } });
      expect([status, to]).toEqual([303, `/portal/orders/${contractId}/company`]);
    }
    expect((await ask(orderNew.action, { form: {} })).status).toBe(422);
  });

  test("leads from page to page and through the review into the list", async () => {
    const contractId = newIdentifier();
    await openDraft(await owner(), contractId);
    const typed = typedOrder("2030-04-01");
    const visited: (string | null)[] = [];
    for (const step of formSteps) {
      const visit = { params: { contractId, step }, form: flat(step, typed) };
      visited.push((await ask(orderStep.action, visit)).to);
    }
    expect(visited.map((to) => to?.split("/").at(-1))).toEqual([
      ...["site", "maintenance", "menus", "declarations", "review"],
    ]);
    const params = { contractId, step: "review" };
    const review = await render(orderStep, { params });
    for (const words of ["¥3,960,000", "¥4,356,000", "2031/03/31", "2030/05/31", "105-0011"]) {
      expect(review).toContain(words);
    }
    const { savedAt } = await shownNow(await owner(), contractId);
    const shown = { total: "4356000", termsVersion: "1.0", savedAt };
    const refused = await render(orderStep, { params, form: shown });
    expect(refused).toContain(order.errors.notTicked(order.fields.consent));
    const sent = await ask(orderStep.action, { params, form: { ...shown, consent: "on" } });
    expect([sent.status, sent.to]).toEqual([303, "/portal?done=submitted"]);
    expect((await ask(orderStep.loader, { params })).to).toBe(`/portal/contracts/${contractId}`);
    expect(await render(home, { query: "?done=submitted" })).toContain(
      ja.portal.home.done.submitted,
    );
  });

  test("says what is wrong in the title, above and at the field, and shows what was typed", async () => {
    const contractId = newIdentifier();
    await openDraft(await owner(), contractId);
    const params = { contractId, step: "site" };
    const script = `<script>alert("1")</script>`;
    const form = { siteName: script, postalCode: "94105", prefecture: "outside", city: "SF" };
    expect((await ask(orderStep.action, { params, form })).status).toBe(422);
    const html = await render(orderStep, { params, form });
    expect(html).toContain("<title>エラー: 利用場所");
    const words = order.errors.siteInJapan(order.fields.postalCode);
    expect(html.split(words)).toHaveLength(3);
    expect(html).toContain('href="#site-postalCode"');
    expect(html).toContain('value="94105"');
    expect(html).not.toContain(script);
    expect(html).toContain("&lt;script&gt;");
    const later = await render(orderStep, { params });
    expect(later).toContain('value="94105"');
    expect(later).not.toContain("エラー");
  });

  test("keeps the page whichever button leaves it", async () => {
    const contractId = newIdentifier();
    await openDraft(await owner(), contractId);
    const params = { contractId, step: "company" };
    for (const [go, to] of [
      ["later", "/portal?done=saved"],
      ["declarations", `/portal/orders/${contractId}/declarations`],
      ["review", `/portal/orders/${contractId}/review`],
    ] as const) {
      const form = { companyName: `途中 ${go}`, go };
      expect((await ask(orderStep.action, { params, form })).to).toBe(to);
      expect(await render(orderStep, { params })).toContain(`value="途中 ${go}"`);
    }
    const elsewhere = { params, form: { companyName: "x", go: "https://evil.example/" } };
    expect(await ask(orderStep.action, elsewhere)).toMatchObject({ status: 422, to: null });
    const html = await render(home, {});
    expect(html).toContain(ja.portal.home.draft(order.steps.company));
  });

  test("fills the address in by its postal code, and keeps all else", async () => {
    const contractId = newIdentifier();
    await openDraft(await owner(), contractId);
    const params = { contractId, step: "company" };
    const fill = async (form: Params) => {
      const asked = await ask(orderStep.action, { params, form: { ...form, go: "address" } });
      const [path, query] = (asked.to ?? "").split("?");
      expect([asked.status, path]).toEqual([303, `/portal/orders/${contractId}/company`]);
      return render(orderStep, { params, query: `?${query}` });
    };
    const html = await fill({ companyName: "みなと商事", postalCode: "１０００００１" });
    for (const value of ["みなと商事", "100-0001", "千代田区千代田"]) {
      expect(html).toContain(`value="${value}"`);
    }
    expect(html).toMatch(/<option[^>]*selected=""[^>]*>東京都/);
    expect(html).toContain(order.fillAddress.filled);
    expect(html).not.toContain("エラー");
    const unknown = await fill({ postalCode: "999-9999", city: "那覇市" });
    expect(unknown).toContain(order.fillAddress.unknown);
    expect(unknown).toContain('value="999-9999"');
    expect(unknown).toContain('value="那覇市"');
  });

  test("a page that does not exist, and somebody else's order, are not found", async () => {
    const contractId = await fillDraft(await owner(), typedOrder("2030-04-01"));
    for (const params of [
      { contractId, step: "payment" },
      { contractId: newIdentifier(), step: "company" },
      { contractId: "x", step: "review" },
    ]) {
      expect((await ask(orderStep.loader, { params })).status).toBe(404);
      expect((await ask(orderStep.action, { params, form: {} })).status).not.toBe(303);
    }
  });
});

describe("staff and the answers to them", () => {
  test("an order is refused, verified, accepted, given a start day and confirmed", async () => {
    const contractId = await placeOrder(await owner(), "2030-04-01");
    const staff = { as: "operations", params: { customerId, contractId } } as const;
    const send = (form: Params) =>
      ask(operationsOrder.action, { ...staff, form: { clickId: newIdentifier(), ...form } });
    const page = `/operations/orders/${customerId}/${contractId}`;
    const refused = await render(operationsOrder, {
      ...staff,
      query: "?confirm=accept",
      form: { intent: "accept", clickId: newIdentifier() },
    });
    expect(refused).toContain(ja.operations.order.maintenanceUnverified);
    expect((await send({ intent: "verify" })).to).toBe(`${page}?done=verified`);
    const reasons = await render(operationsOrder, { ...staff, query: "?confirm=reject" });
    expect(reasons.match(/name="reason"/g)).toHaveLength(9);
    expect((await send({ intent: "reject" })).status).toBe(422);
    const clickId = newIdentifier();
    for (const _ of [1, 2]) {
      expect((await send({ intent: "accept", clickId })).to).toBe(`${page}?done=accepted`);
    }
    expect((await send({ intent: "reject", reason: "notFeasible" })).status).toBe(409);
    expect((await send({ intent: "setStart", startDay: "x" })).status).toBe(422);
    const proposed = await send({ intent: "setStart", startDay: "2030-04-15" });
    expect(proposed.to).toBe(`${page}?done=proposed`);
    for (const intent of ["", "toString", "constructor"]) {
      expect((await send({ intent })).status).toBe(422);
    }

    const params = { contractId };
    expect(await render(startDay, { params })).toContain("2031/04/14");
    expect(await render(startDay, { params, form: {} })).toContain(ja.portal.startDay.missing);
    const reply = { answer: "confirm", startDay: "2030-04-15", commandId: newIdentifier() };
    const stale = { ...reply, startDay: "2030-04-14" };
    expect((await ask(startDay.action, { params, form: stale })).status).toBe(409);
    expect((await ask(startDay.action, { params, form: reply })).to).toBe("/portal?done=confirmed");
    expect(await render(startDay, { params })).toContain(ja.portal.startDay.none);
  });

  test("an order can be withdrawn until it is decided", async () => {
    const contractId = await placeOrder(await owner(), "2030-04-01");
    const params = { contractId };
    expect(await render(withdrawal, { params })).toContain(ja.portal.withdrawal.submit);
    const done = await ask(withdrawal.action, { params, form: {} });
    expect(done.to).toBe("/portal?done=withdrawn");
    expect(await render(withdrawal, { params })).toContain(ja.portal.withdrawal.impossible);
  });

  test("a contract is found, not suspended without a cause, and wound down after its end", async () => {
    const contractId = await placeOrder(await owner(), "2030-03-15", ["NDR-MVPN"]);
    const staff = { as: "operations", params: { customerId, contractId } } as const;
    const click = () => ({ clickId: newIdentifier() });
    const orderForm = (form: Params) =>
      ask(operationsOrder.action, { ...staff, form: { ...click(), ...form } });
    const send = (form: Params) =>
      ask(operationsContract.action, { ...staff, form: { ...click(), ...form } });
    await orderForm({ intent: "verify" });
    await orderForm({ intent: "accept" });
    await orderForm({ intent: "setStart", startDay: "2030-03-15" });
    expect(await render(operationsHome, { as: "operations" })).toContain("2030/03/15");
    await opened.moveTo("2030-03-20T10:00:00+09:00");
    expect((await send({ intent: "suspend" })).status).toBe(422);
    expect((await send({ intent: "suspend", cause: "breach" })).status).toBe(422);
    for (const intent of ["suspend", "lift"]) {
      expect((await send({ intent, cause: "nonPayment" })).status).toBe(409);
    }
    const nothing = Object.fromEntries(erasureStores.map((store) => [store, "nothingKept"]));
    const erase = (form: Params) =>
      ask(erasure.action, { ...staff, form: { ...click(), ...form } });
    expect((await erase(nothing)).status).toBe(409);
    const { actor, receivedAt } = {
      actor: { kind: "member", userId: "u", role: "owner" } as const,
      receivedAt: (await opened.portal.clock.now()).toISOString(),
    };
    const cancel = { type: "cancel", wish: "earliest" };
    const machine = { customerId, machineId: contractId, kind: "contract" } as const;
    await opened.portal.dispatch({ ...machine, commandId: "c", actor, receivedAt, event: cancel });
    await opened.moveTo("2030-05-21T10:00:00+09:00");
    const ended = await render(operationsContract, staff);
    // Its device was never delivered: there is nothing to give back.
    expect(ended).not.toContain(ja.operations.contract.returnBy("2030/06/20"));
    expect(ended).toContain(ja.erasure.dueBy);
    expect(await render(erasure, staff)).toContain(ja.erasure.early("2030/07/20"));
    const certificate = () => ask(erasurePdf.loader, staff);
    const params = { contractId };
    for (const paper of [await certificate(), await ask(ownErasurePdf.loader, { params })]) {
      expect(paper.status).toBe(404);
    }
    const refused = await erase({ ...nothing, captures: "" });
    expect([refused.status, refused.data]).toMatchObject([422, { missing: ["captures"] }]);
    expect((await erase({ ...nothing, detections: "erased" })).to).toContain("?done=dataErased");
    expect((await erase(nothing)).status).toBe(409);
    for (const paper of [await certificate(), await ask(ownErasurePdf.loader, { params })]) {
      expect(paper.status).toBe(200);
    }
    expect((await send({ intent: "devicesSettled" })).status).toBe(409);
    const intent = "materialsSettled";
    expect((await send({ intent })).to).toContain(`?done=${intent}`);
    expect((await send({ intent })).status).toBe(409);
    const list = await render(operationsContracts, {
      as: "operations",
      query: "?q=みなと&status=ended",
    });
    expect(list).toContain(`/operations/contracts/${customerId}/${contractId}`);
  });
});
