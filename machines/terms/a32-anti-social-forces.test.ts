import { expect, test } from "vitest";
import { accelerationBy, terminationWay } from "./a16-termination.ts";
import { antiSocialBreach, antiSocialTermination } from "./a32-anti-social-forces.ts";
import { articleOf } from "./articles.ts";

test("the breach has words in both languages, and its termination a clause of its own", () => {
  expect(antiSocialBreach.A32.ja).toMatch(/反社会的勢力/);
  expect(antiSocialBreach.A32.en).toMatch(/^[A-Z]/);
  expect(articleOf(antiSocialTermination).number).toBe(32);
});

test("it ends contracts without a demand and moves no debt", () => {
  expect(terminationWay("A32")).toEqual({ when: "atOnce", clause: antiSocialTermination });
  expect(accelerationBy("A32")).toBe("never");
});
