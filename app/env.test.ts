import { expect, test } from "vitest";
import { EnvError, readEnv, readMigrationEnv } from "./env.ts";

const production = {
  APP_URL: "https://portal.example.jp/",
  SESSION_SECRET: "s".repeat(32),
  DATABASE_URL: "postgres://portal@db/portal",
  STRIPE_SECRET_KEY: "sk_live_1",
  STRIPE_WEBHOOK_SECRET: "whsec_1",
  RESEND_API_KEY: "re_1",
};
const demo = {
  DEMO: "1",
  DATA: ".data",
  APP_URL: "http://localhost:3000",
  SESSION_SECRET: "s".repeat(32),
  STRIPE_SECRET_KEY: "sk_test_1",
  STRIPE_WEBHOOK_SECRET: "whsec_1",
  STRIPE_BASE_URL: "http://127.0.0.1:4242",
  RESEND_API_KEY: "re_1",
  RESEND_BASE_URL: "http://127.0.0.1:4242",
};

function problemsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  throw new Error("The environment was accepted.");
}

test("an empty environment is refused with everything that is missing", () => {
  expect(problemsOf(() => readEnv({})).toSorted()).toEqual([
    "APP_URL is missing",
    "DATABASE_URL is missing",
    "RESEND_API_KEY is missing",
    "SESSION_SECRET is missing",
    "STRIPE_SECRET_KEY is missing",
    "STRIPE_WEBHOOK_SECRET is missing",
  ]);
});

test("a webhook secret that is rolled stands beside the new one", () => {
  const rolled = readEnv({ ...production, STRIPE_WEBHOOK_SECRET: "whsec_2, whsec_1" });
  expect(rolled.stripe.webhookSecrets).toEqual(["whsec_2", "whsec_1"]);
  const half = { ...production, STRIPE_WEBHOOK_SECRET: "whsec_2," };
  expect(problemsOf(() => readEnv(half)).join()).toMatch(/STRIPE_WEBHOOK_SECRET must begin/);
});

test("missing and malformed variables are told together, without their values", () => {
  const problems = problemsOf(() =>
    readEnv({
      ...production,
      SESSION_SECRET: "short",
      STRIPE_SECRET_KEY: "hush",
      RESEND_API_KEY: "",
    }),
  );
  expect(problems).toHaveLength(3);
  expect(problems.join()).toMatch(/SESSION_SECRET must have 32/);
  expect(problems.join()).toMatch(/STRIPE_SECRET_KEY must begin/);
  expect(problems.join()).toMatch(/RESEND_API_KEY is missing/);
  expect(problems.join()).not.toMatch(/short|hush/);
});

test("production reads its database, addresses without the slash, and no demo", () => {
  expect(readEnv(production)).toMatchObject({
    demo: false,
    port: 3000,
    appUrl: "https://portal.example.jp",
    database: { kind: "postgres", url: production.DATABASE_URL },
    mailFrom: "no-reply@portal.example.jp",
  });
});

test.each([
  [{ ...production, DATA: ".data" }, "DATA is allowed with DEMO=1 only"],
  [{ ...production, STRIPE_BASE_URL: "http://x" }, "STRIPE_BASE_URL is allowed with DEMO=1 only"],
  [{ ...production, RESEND_BASE_URL: "http://x" }, "RESEND_BASE_URL is allowed with DEMO=1 only"],
  [{ ...production, DATABASE_URL: undefined }, "DATABASE_URL is missing"],
  [{ ...production, APP_URL: "http://portal.example.jp" }, "APP_URL must begin with https://"],
  [{ ...production, APP_URL: "https://portal.example.jp/x" }, "APP_URL must have no path"],
  [
    { ...demo, STRIPE_SECRET_KEY: "sk_live_1" },
    "STRIPE_SECRET_KEY is a live key, which DEMO=1 must not use",
  ],
  [{ ...demo, DATA: undefined }, "DEMO=1 needs either DATA or DATABASE_URL"],
  [{ ...demo, DATABASE_URL: production.DATABASE_URL }, "DEMO=1 needs either DATA or DATABASE_URL"],
])("refuses a contradiction: %#", (environment, problem) => {
  expect(problemsOf(() => readEnv(environment))).toEqual([problem]);
});

test("the demo runs on a folder, with secrets newest first", () => {
  const env = readEnv({ ...demo, SESSION_SECRET: `${"n".repeat(32)}, ${"o".repeat(32)}` });
  expect(env.database).toEqual({ kind: "pglite", folder: ".data" });
  expect(env.sessionSecrets).toEqual(["n".repeat(32), "o".repeat(32)]);
});

test("migrating names the user who runs the portal where it is another one", () => {
  const owner = "postgres://owner@db/portal";
  expect(readMigrationEnv({ DATABASE_URL: owner })).toEqual({ url: owner });
  expect(
    readMigrationEnv({ MIGRATION_DATABASE_URL: owner, DATABASE_URL: production.DATABASE_URL }),
  ).toEqual({ url: owner, loginRole: "portal" });
  expect(problemsOf(() => readMigrationEnv({}))).toEqual(["MIGRATION_DATABASE_URL is missing"]);
});

test("a demonstration listens on loopback only, unless it is told otherwise", () => {
  expect(readEnv(production).host).toBeUndefined();
  expect(readEnv(demo).host).toBe("127.0.0.1");
  expect(readEnv({ ...demo, HOST: "0.0.0.0" }).host).toBe("0.0.0.0");
});

test("a token for the metrics that could be guessed is refused, and not repeated", () => {
  expect(readEnv(production).metricsToken).toBeUndefined();
  const problems = problemsOf(() => readEnv({ ...production, METRICS_TOKEN: "hush" }));
  expect(problems).toEqual(["METRICS_TOKEN must have 32 characters or more"]);
});
