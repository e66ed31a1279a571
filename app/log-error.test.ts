import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { describeError } from "./log-error.ts";

const secrets = ["kanae@secret.example", "090-1234-5678", "Kanae Himitsu"];
const shown = (error: unknown) => JSON.stringify(describeError(error));

test("a failed statement shows its text and the constraint, never its values", () => {
  const cause = Object.assign(new Error('duplicate key value violates unique constraint "u"'), {
    code: "23505",
    constraint_name: "user_email",
    detail: `Key (email)=(${secrets[0]}) already exists.`,
    parameters: secrets,
  });
  const error = new DrizzleQueryError("insert into x values ($1)", secrets, cause);
  const text = shown(error);
  for (const secret of secrets) expect(text).not.toContain(secret);
  expect(describeError(error)).toMatchObject({
    message: "Failed query: insert into x values ($1)",
    cause: { code: "23505", constraint: "user_email" },
  });
});

test("a value that the database could not read is not repeated", () => {
  const error = Object.assign(new Error('invalid input syntax for type date: "Kanae "Himitsu""'), {
    code: "22007",
  });
  expect(describeError(error).message).toBe('invalid input syntax for type date: "…"');
});

test("addresses in a message are masked, the stack keeps its places", () => {
  const described = describeError(new Error(`550 <${secrets[0]}> unknown`));
  expect(described.message).toBe("550 <[address]> unknown");
  expect(described.stack).toMatch(/^\s+at .*log-error\.test\.ts/);
  expect(JSON.stringify(described)).not.toContain("secret.example");
});

test("several errors and chains of causes end somewhere", () => {
  const loop = new Error("loop");
  loop.cause = loop;
  expect(shown(loop).length).toBeLessThan(10_000);
  const many = new AggregateError([new Error("one"), "kanae@secret.example"], "many");
  expect(describeError(many).errors?.map(({ message }) => message)).toEqual([
    "one",
    "not an error",
  ]);
});
