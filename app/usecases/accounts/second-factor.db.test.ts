import { afterAll, beforeAll, expect, test } from "vitest";
import { openAccountPortal, type AccountPortal } from "#test/helpers/account-portal.ts";
import { oneTimeCode } from "#test/helpers/totp.ts";
import type { Caller } from "./caller.ts";
import { createStaff } from "./create-account.ts";
import { beginEnrolment, completeEnrolment, type Enrolment } from "./enrol-second-factor.ts";
import { readSession } from "./read-session.ts";
import { requestReset, resetPassword } from "./reset-password.ts";
import { passSecondFactor, signIn } from "./sign-in.ts";

const email = "staff@operator.example";
const password = "correct horse battery";
const visitor: Caller = { cookie: null, userAgent: "Firefox", ipAddress: "203.0.113.7" };

let fixture: AccountPortal;
let enrolment: Enrolment;

const browserWith = (headers: Headers): Caller => ({
  ...visitor,
  cookie: headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; "),
});

async function firstStep(secret = password): Promise<Caller> {
  const result = await signIn(fixture.portal, visitor, null, { email, password: secret });
  if (!("headers" in result)) throw new Error(result.outcome);
  return browserWith(result.headers);
}

const secondStep = (browser: Caller, code: string) =>
  passSecondFactor(fixture.portal, browser, null, code);

beforeAll(async () => {
  fixture = await openAccountPortal();
  const { portal } = fixture;
  await createStaff(portal, { email, name: "経理 一郎", password, role: "finance" });
  const browser = await firstStep();
  expect(await beginEnrolment(portal, browser, "wrong password")).toBeNull();
  const begun = await beginEnrolment(portal, browser, password);
  if (!begun) throw new Error("The enrolment did not begin.");
  enrolment = begun;
  expect(await completeEnrolment(portal, browser, "000000")).toBeNull();
  const cookies = await completeEnrolment(portal, browser, oneTimeCode(enrolment.key));
  if (!cookies) throw new Error("The enrolment was not completed.");
  expect((await readSession(portal, browserWith(cookies)))?.user.twoFactor).toBe(true);
});
afterAll(() => fixture.close());

test("after the password alone there is no session", async () => {
  expect(await readSession(fixture.portal, await firstStep())).toBeNull();
});

test("a code completes the sign-in, once", async () => {
  const code = oneTimeCode(enrolment.key, Date.now() + 30_000);
  const first = await secondStep(await firstStep(), code);
  if (first.outcome !== "signedIn") throw new Error(first.outcome);
  expect((await readSession(fixture.portal, browserWith(first.headers)))?.user.roles).toEqual([
    "finance",
  ]);
  expect(await secondStep(await firstStep(), code)).toEqual({ outcome: "startAgain" });
});

test("a wrong code is refused, and guessing ends the attempt", async () => {
  const browser = await firstStep();
  const outcomes: string[] = [];
  for (let n = 0; n < 7; n += 1) outcomes.push((await secondStep(browser, `00000${n}`)).outcome);
  expect(outcomes).toContain("refused");
  expect(outcomes.at(-1)).toBe("startAgain");
  const right = await secondStep(browser, oneTimeCode(enrolment.key, Date.now() - 30_000));
  expect(right).toEqual({ outcome: "startAgain" });
});

test("without the first step a code is worth nothing", async () => {
  expect(await secondStep(visitor, oneTimeCode(enrolment.key))).toEqual({ outcome: "startAgain" });
});

test("a recovery code works once", async () => {
  const [code = ""] = enrolment.recoveryCodes;
  expect((await secondStep(await firstStep(), code)).outcome).toBe("signedIn");
  expect((await secondStep(await firstStep(), code)).outcome).not.toBe("signedIn");
});

test("setting a new password does not get around the second factor", async () => {
  const { portal } = fixture;
  await requestReset(portal, email);
  const mail = (await fixture.mailsTo(email)).at(-1);
  const token = /token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
  expect(await resetPassword(portal, token, "a quite new secret")).toBeNull();
  const browser = await firstStep("a quite new secret");
  expect(await readSession(portal, browser)).toBeNull();
});

test("keys and recovery codes are stored encrypted", async () => {
  const [row] = await fixture.testDatabase.asSuperuser<{ secret: string; backup_codes: string }>(
    "select secret, backup_codes from two_factor",
  );
  for (const code of enrolment.recoveryCodes) expect(row?.backup_codes).not.toContain(code);
  expect(row?.secret).not.toContain(enrolment.key);
});
