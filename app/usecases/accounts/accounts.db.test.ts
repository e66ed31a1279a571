import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAccountPortal, type AccountPortal } from "#test/helpers/account-portal.ts";
import type { Caller } from "./caller.ts";
import { changePassword } from "./change-password.ts";
import { createCustomerAccount, createStaff } from "./create-account.ts";
import { createCustomer } from "./create-customer.ts";
import { readSession } from "./read-session.ts";
import { requestReset, resetPassword } from "./reset-password.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";
import { repeatVerification, signUp } from "./sign-up.ts";
import { verifyEmail } from "./verify-email.ts";

let fixture: AccountPortal;
beforeAll(async () => {
  fixture = await openAccountPortal();
});
afterAll(() => fixture.close());

const visitor: Caller = { cookie: null, userAgent: "Firefox, Windows", ipAddress: "203.0.113.7" };
const password = "correct horse battery";

/** What a browser sends after it received these cookies. */
function browserWith(headers: Headers): Caller {
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  return { ...visitor, cookie: cookies.join("; ") };
}

async function signInAs(email: string, secret = password): Promise<Caller> {
  const result = await signIn(fixture.portal, visitor, null, { email, password: secret });
  if (result.outcome !== "signedIn") throw new Error(`Not signed in: ${result.outcome}`);
  return browserWith(result.headers);
}

function tokenIn(mail: { text: string } | undefined): string {
  const token = /[?&]token=([\w.~%-]+)/.exec(mail?.text ?? "")?.[1];
  if (!token) throw new Error("The mail has no link with a token.");
  return decodeURIComponent(token);
}

const person = (email: string) => ({
  ...{ companyName: "みなと商事株式会社", name: "山田 太郎", email, password },
  locale: "ja" as const,
});

const count = async (table: string) =>
  Number(
    (await fixture.testDatabase.asSuperuser<{ n: unknown }>(`select count(*) n from ${table}`))[0]
      ?.n,
  );

describe("signing up", () => {
  test("a company becomes a customer when its address is confirmed, however often", async () => {
    const { portal } = fixture;
    const email = "taro@minato.example";
    expect(await signUp(portal, visitor, person(email))).toBeNull();
    const mails = await fixture.mailsTo(email);
    expect(mails).toHaveLength(1);
    expect((await signIn(portal, visitor, null, { email, password })).outcome).toBe("unverified");
    expect(await count("customer")).toBe(0);

    const token = tokenIn(mails[0]);
    const userId = await verifyEmail(portal, token);
    expect(await verifyEmail(portal, token)).toBe(userId);
    expect(await verifyEmail(portal, `${token}x`)).toBeNull();
    await createCustomer(portal, userId ?? "");
    expect([await count("customer"), await count("organization"), await count("member")]).toEqual([
      1, 1, 1,
    ]);

    const session = await readSession(portal, await signInAs(email));
    expect(session?.user).toMatchObject({
      userId,
      customerName: "みなと商事株式会社",
      roles: ["owner"],
    });
    const [row] = await fixture.testDatabase.asSuperuser<{ id: string }>(
      "select customer_id id from customer",
    );
    expect(session?.user.customerId).toBe(row?.id);
  });

  test("a crash between the steps is healed by the next sign-in", async () => {
    const { portal, testDatabase } = fixture;
    const email = "jiro@minato.example";
    await signUp(portal, visitor, person(email));
    await verifyEmail(portal, tokenIn((await fixture.mailsTo(email))[0]));
    await testDatabase.asSuperuser(
      `delete from customer where customer_id in (select organization_id from member m join "user" u on u.id = m.user_id where u.email = $1)`,
      [email],
    );
    const session = await readSession(portal, await signInAs(email));
    const [row] = await testDatabase.asSuperuser<{ name: string }>(
      "select name from customer where customer_id = $1",
      [session?.user.customerId],
    );
    expect(row?.name).toBe("みなと商事株式会社");
  });

  test("many at once make one customer", async () => {
    const { portal } = fixture;
    const email = "many@minato.example";
    await signUp(portal, visitor, person(email));
    const token = tokenIn((await fixture.mailsTo(email))[0]);
    const before = await count("customer");
    await Promise.all(Array.from({ length: 5 }, () => verifyEmail(portal, token)));
    expect(await count("customer")).toBe(before + 1);
  });

  test("a known address gets the same answer and another mail; its password stays", async () => {
    const { portal } = fixture;
    const email = "taro@minato.example";
    expect(
      await signUp(portal, visitor, { ...person(email), password: "another good secret" }),
    ).toBeNull();
    const mails = await fixture.mailsTo(email);
    expect(mails.at(-1)?.subject).toContain("すでに登録");
    const wrong = await signIn(portal, visitor, null, { email, password: "another good secret" });
    expect(wrong.outcome).toBe("refused");
    await signInAs(email);
  });

  test("whoever registers a foreign address first does not choose its password", async () => {
    const { portal } = fixture;
    const email = "victim@minato.example";
    await signUp(portal, visitor, { ...person(email), password: "the attacker knows" });
    const first = tokenIn((await fixture.mailsTo(email))[0]);
    await signUp(portal, visitor, person(email));
    const mails = await fixture.mailsTo(email);
    expect(await verifyEmail(portal, first)).toBeNull();
    expect(await verifyEmail(portal, tokenIn(mails[1]))).not.toBeNull();
    const attack = await signIn(portal, visitor, null, { email, password: "the attacker knows" });
    expect(attack.outcome).toBe("refused");
    await signInAs(email);
  });

  test("the link can be asked for again, but a mailbox is not flooded", async () => {
    const { portal } = fixture;
    const email = "again@minato.example";
    await signUp(portal, visitor, person(email));
    for (let n = 0; n < 8; n += 1) await repeatVerification(portal, email);
    await repeatVerification(portal, "nobody@minato.example");
    // Links of the same second are one link and one mail.
    const received = (await fixture.mailsTo(email)).length;
    expect(received).toBeGreaterThan(1);
    expect(received).toBeLessThanOrEqual(5);
    expect(await fixture.mailsTo("nobody@minato.example")).toEqual([]);
  });

  test("a weak password is refused before anything happens", async () => {
    const before = await count('"user"');
    const weak = { ...person("weak@minato.example"), password: "password1" };
    expect(await signUp(fixture.portal, visitor, weak)).toBe("common");
    expect(await count('"user"')).toBe(before);
  });
});

describe("signing in", () => {
  test("wrong passwords and unknown addresses get one answer and an audit row each", async () => {
    const before = await count("audit");
    const results = await Promise.all([
      signIn(fixture.portal, visitor, null, {
        email: "taro@minato.example",
        password: "wrong password",
      }),
      signIn(fixture.portal, visitor, null, { email: "unknown@minato.example", password }),
      signIn(fixture.portal, visitor, null, {
        email: "taro@minato.example",
        password: "x".repeat(5000),
      }),
    ]);
    expect(results).toEqual(Array(3).fill({ outcome: "refused" }));
    expect(await count("audit")).toBe(before + 3);
  });

  test("guessing at one account ends, from whatever address", async () => {
    const guess = (n: number) =>
      signIn(fixture.portal, { ...visitor, ipAddress: `203.0.113.${n}` }, null, {
        email: "guessed@minato.example",
        password: `guess number ${n}`,
      });
    const outcomes: string[] = [];
    for (let n = 0; n < 12; n += 1) outcomes.push((await guess(n)).outcome);
    expect(outcomes.slice(0, 10)).toEqual(Array(10).fill("refused"));
    expect(outcomes.slice(10)).toEqual(["limited", "limited"]);
  });

  test("each sign-in has a new session, and the one it came with ends", async () => {
    const { portal } = fixture;
    const email = "victim@minato.example";
    const first = await signInAs(email);
    const old = await readSession(portal, first);
    const result = await signIn(portal, first, old?.token ?? null, { email, password });
    if (result.outcome !== "signedIn") throw new Error(result.outcome);
    const second = await readSession(portal, browserWith(result.headers));
    expect(second?.token).not.toBe(old?.token);
    expect(await readSession(portal, first)).toBeNull();
  });

  test("a new device is told by mail, a known one is not", async () => {
    const { portal } = fixture;
    const email = "many@minato.example";
    const isNotice = (mail: { subject: string }) => mail.subject.includes("新しい端末");
    const device = await signInAs(email);
    expect((await fixture.mailsTo(email)).filter(isNotice)).toHaveLength(1);
    await signIn(portal, device, null, { email, password });
    expect((await fixture.mailsTo(email)).filter(isNotice)).toHaveLength(1);
    await signInAs(email);
    expect((await fixture.mailsTo(email)).filter(isNotice)).toHaveLength(2);
  });

  test("cookies are Secure, HttpOnly, SameSite and bound to this host", async () => {
    const email = "many@minato.example";
    const result = await signIn(fixture.portal, visitor, null, { email, password });
    if (result.outcome !== "signedIn") throw new Error(result.outcome);
    const cookies = result.headers.getSetCookie();
    expect(cookies.some((cookie) => cookie.startsWith("__Host-portal.session_token="))).toBe(true);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-/);
      for (const part of [/; Secure/, /; HttpOnly/, /; SameSite=Lax/i, /; Path=\/(;|$)/]) {
        expect(cookie).toMatch(part);
      }
      expect(cookie).not.toMatch(/; Domain/i);
    }
  });
});

describe("a session", () => {
  const email = "session@minato.example";
  const makeOld = (column: string, by: string, where = "") =>
    fixture.testDatabase.asSuperuser(
      `update session set ${column} = ${column} - interval '${by}' ${where}`,
    );

  beforeAll(async () => {
    await createCustomerAccount(fixture.portal, person(email));
  });

  test("is dead after sign-out, also for who kept the cookie", async () => {
    const browser = await signInAs(email);
    expect(await readSession(fixture.portal, browser)).not.toBeNull();
    await signOut(fixture.portal, browser);
    expect(await readSession(fixture.portal, browser)).toBeNull();
  });

  test("ends after an hour without use", async () => {
    const browser = await signInAs(email);
    await makeOld("expires_at", "59 minutes");
    expect(await readSession(fixture.portal, browser)).not.toBeNull();
    await makeOld("expires_at", "61 minutes");
    expect(await readSession(fixture.portal, browser)).toBeNull();
  });

  test("ends twelve hours after signing in, however much it is used", async () => {
    const browser = await signInAs(email);
    await makeOld("created_at", "11 hours 59 minutes");
    expect(await readSession(fixture.portal, browser)).not.toBeNull();
    await makeOld("created_at", "2 minutes");
    expect(await readSession(fixture.portal, browser)).toBeNull();
  });

  test("ends at once when its person is banned, who can't sign in again", async () => {
    const banned = "banned@minato.example";
    await createCustomerAccount(fixture.portal, person(banned));
    const browser = await signInAs(banned);
    await fixture.testDatabase.asSuperuser(`update "user" set banned = true where email = $1`, [
      banned,
    ]);
    expect(await readSession(fixture.portal, browser)).toBeNull();
    const again = await signIn(fixture.portal, visitor, null, { email: banned, password });
    expect(again).toEqual({ outcome: "refused" });
  });

  test("is not made by a changed or foreign signature", async () => {
    const browser = await signInAs(email);
    const forged = browser.cookie?.replace(/(session_token=[^.;]+\.)[^;]{8}/, "$1AAAAAAAA") ?? "";
    expect(forged).not.toBe(browser.cookie);
    expect(await readSession(fixture.portal, { ...browser, cookie: forged })).toBeNull();
  });
});

describe("passwords", () => {
  const email = "reset@minato.example";
  beforeAll(async () => {
    await createCustomerAccount(fixture.portal, person(email));
  });

  test("a reset works once and ends all sessions", async () => {
    const { portal } = fixture;
    const browser = await signInAs(email);
    await requestReset(portal, email);
    await requestReset(portal, "nobody@minato.example");
    expect(await fixture.mailsTo("nobody@minato.example")).toEqual([]);
    const token = tokenIn((await fixture.mailsTo(email)).at(-1));
    expect(await resetPassword(portal, token, "password1")).toBe("common");
    expect(await resetPassword(portal, token, "a quite new secret")).toBeNull();
    expect(await resetPassword(portal, token, "one more new secret")).toBe("token");
    expect(await readSession(portal, browser)).toBeNull();
    await signInAs(email, "a quite new secret");
  });

  test("a change needs the present one, and other browsers are signed out", async () => {
    const { portal } = fixture;
    const [here, there] = [
      await signInAs(email, "a quite new secret"),
      await signInAs(email, "a quite new secret"),
    ];
    const change = (currentPassword: string) =>
      changePassword(
        portal,
        here,
        { name: "山田", email },
        { currentPassword, newPassword: "yet another secret" },
      );
    expect(await change("wrong password")).toEqual({ fault: "currentPassword" });
    const changed = await change("a quite new secret");
    if (!("headers" in changed)) throw new Error(changed.fault);
    expect(await readSession(portal, browserWith(changed.headers))).not.toBeNull();
    expect(await readSession(portal, here)).toBeNull();
    expect(await readSession(portal, there)).toBeNull();
  });

  test("the stored form is scrypt with its own salt", async () => {
    const rows = await fixture.testDatabase.asSuperuser<{ password: string }>(
      "select password from account",
    );
    expect(new Set(rows.map((row) => row.password)).size).toBe(rows.length);
    for (const row of rows) expect(row.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  });
});

test("accounts of staff and of a company's members are made once", async () => {
  const { portal } = fixture;
  const staff = {
    email: "Ops@operator.example",
    name: "運用 花子",
    password,
    role: "operations" as const,
  };
  expect(await createStaff(portal, staff)).toBe(await createStaff(portal, staff));
  expect((await readSession(portal, await signInAs("ops@operator.example")))?.user).toMatchObject({
    customerId: null,
    roles: ["operations"],
  });
  const company = { ...person("owner@kita.example"), companyName: "北商事株式会社" };
  const owner = await createCustomerAccount(portal, company);
  const billing = { ...company, email: "billing@kita.example", role: "billing" as const };
  expect((await createCustomerAccount(portal, billing)).customerId).toBe(owner.customerId);
  expect(await createCustomerAccount(portal, company)).toEqual(owner);
  const session = await readSession(portal, await signInAs("billing@kita.example"));
  expect(session?.user).toMatchObject({ customerId: owner.customerId, roles: ["billing"] });
});
