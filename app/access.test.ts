import { expect, test } from "vitest";
import { pageRoutes } from "#test/helpers/routes.ts";
import { access, decideAccess, homeOf, rowName } from "./access.ts";
import type { Role } from "./middleware/context.ts";

const person = (role: Role, twoFactor = false) => ({ roles: [role], twoFactor });
const staff: readonly Role[] = ["operations", "finance", "admin"];
const customers: readonly Role[] = ["owner", "billing", "technical", "viewer"];

test("every address has a row, and every row an address", () => {
  expect(pageRoutes.map((route) => route.pattern).toSorted()).toEqual(
    Object.keys(access).toSorted(),
  );
});

test("an address without a row is refused to everybody", () => {
  for (const visitor of [null, ...[...staff, ...customers].map((role) => person(role, true))]) {
    const decision = decideAccess("/forgotten", "GET", visitor, false);
    expect(decision).toEqual({ outcome: "refused", status: 404 });
  }
});

test("no policy mixes customers and staff, and none is empty", () => {
  for (const [pattern, row] of Object.entries(access)) {
    for (const policy of [row.get, row.post]) {
      if (typeof policy !== "object") continue;
      expect(policy.length, pattern).toBeGreaterThan(0);
      const known =
        policy.every((role) => staff.includes(role)) ||
        policy.every((role) => customers.includes(role));
      expect(known, pattern).toBe(true);
    }
  }
});

test("what lies in an area is closed to visitors and to the other side", () => {
  const areas = {
    portal: customers,
    operations: ["operations"],
    finance: ["finance"],
    admin: ["admin"],
  };
  for (const [pattern, row] of Object.entries(access)) {
    // All staff find their work in one list.
    const isListOfWork = pattern === "/operations";
    const area = Object.entries(areas).find(([name]) => pattern.split("/")[1] === name)?.[1];
    // What one of finance has asked for may be approved by an administrator.
    const isApproval = pattern.startsWith("/finance/approvals");
    const allowed = isListOfWork ? staff : isApproval ? ["finance", "admin"] : area;
    if (!allowed) continue;
    for (const policy of [row.get, row.post]) {
      if (policy !== undefined)
        expect(allowed, pattern).toEqual(expect.arrayContaining([...policy]));
    }
  }
});

test("outside a demonstration staff without a second factor reach their account only", () => {
  for (const role of staff) {
    const open = Object.keys(access).filter(
      (pattern) => decideAccess(pattern, "GET", person(role), false).outcome === "enrol",
    );
    expect(open).toContain(`/${role}`);
    expect(decideAccess("/account", "POST", person(role), false).outcome).toBe("allowed");
    expect(decideAccess(`/${role}`, "GET", person(role, true), false).outcome).toBe("allowed");
    expect(decideAccess(`/${role}`, "GET", person(role), true).outcome).toBe("allowed");
  }
});

test("customers need no second factor", () => {
  expect(decideAccess("/portal", "GET", person("viewer"), false).outcome).toBe("allowed");
});

test("the demonstration's pages are nowhere else", () => {
  expect(decideAccess("/demo/clock", "POST", null, true).outcome).toBe("allowed");
  for (const visitor of [null, person("admin", true)]) {
    const decision = decideAccess("/demo/clock", "GET", visitor, false);
    expect(decision).toEqual({ outcome: "refused", status: 404 });
  }
});

test("a method that a route does not answer tells nothing to who may not use the route", () => {
  const decide = (visitor: Parameters<typeof decideAccess>[2]) =>
    decideAccess("/admin", "POST", visitor, true);
  expect(decide(null)).toEqual({ outcome: "sign-in" });
  expect(decide(person("owner"))).toEqual({ outcome: "refused", status: 404 });
  expect(decide(person("finance"))).toEqual({ outcome: "refused", status: 403 });
  expect(decide(person("admin"))).toEqual({ outcome: "refused", status: 405 });
  expect(decideAccess("/", "DELETE", null, true)).toEqual({ outcome: "refused", status: 405 });
});

test("each person has a first page that it may open", () => {
  for (const role of [...staff, ...customers]) {
    expect(decideAccess(homeOf([role]), "GET", person(role, true), false).outcome).toBe("allowed");
  }
  expect(decideAccess(homeOf([]), "GET", { roles: [], twoFactor: false }, false).outcome).toBe(
    "allowed",
  );
});

test.each([
  ["", "/"],
  ["/", "/"],
  ["portal/invoices/:invoiceId", "/portal/invoices/:invoiceId"],
  ["*", "/*"],
])("the router's pattern %j is the row %s", (pattern, row) => expect(rowName(pattern)).toBe(row));
