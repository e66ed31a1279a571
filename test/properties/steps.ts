import fc from "fast-check";

/** What somebody has in mind; what it comes to depends on how things stand then. */
export type Intent =
  | "establish"
  | "order"
  | "advance"
  | "contract"
  | "pay"
  | "provider"
  | "adjust"
  | "return"
  | "follow"
  | "lend"
  | "correspond"
  | "machine"
  | "timer"
  | "repeat"
  | "misuse";

/** One step of a life, in numbers only, so that it shrinks well. */
export interface Step {
  intent: Intent;
  /** Whose turn it is, modulo the number of customers. */
  customer: number;
  /** Chooses among what the intent allows. */
  pick: number;
  /** Days since the step before. */
  pause: number;
  /** Second of the day in Tokyo. */
  second: number;
  /** How long what comes in has been under way, in seconds; a sweep comes late by nothing. */
  late: number;
  /** Whether a sweep runs: alone before the step, at once with it, or not. */
  sweep: "before" | "together" | "none";
  /** Whether it comes at once with the step before. */
  joins: boolean;
}

const intents: [Intent, weight: number][] = [
  ["establish", 1],
  ["order", 1],
  ["advance", 12],
  ["contract", 4],
  ["pay", 9],
  ["provider", 4],
  ["adjust", 7],
  ["return", 5],
  ["follow", 7],
  ["lend", 7],
  ["correspond", 5],
  ["machine", 3],
  ["timer", 1],
  ["repeat", 3],
  ["misuse", 2],
];

/** Much falls close to midnight, where deadlines and commands meet, and close to 9:00. */
const edges = [0, 5, 29, 30, 31, 32_399, 32_400, 32_430, 43_200, 86_399];

const hours = 3600;

const step: fc.Arbitrary<Step> = fc.record({
  intent: fc.oneof(
    ...intents.map(([intent, weight]) => ({ arbitrary: fc.constant(intent), weight })),
  ),
  customer: fc.nat(5),
  // Without fast-check's liking for small numbers, which would always choose the first.
  pick: fc.noBias(fc.nat(99_999)),
  pause: fc.oneof(
    { arbitrary: fc.constant(0), weight: 5 },
    { arbitrary: fc.nat(3), weight: 5 },
    { arbitrary: fc.nat(80), weight: 3 },
    { arbitrary: fc.nat(400), weight: 1 },
  ),
  second: fc.oneof(fc.constantFrom(...edges), fc.nat(86_399)),
  late: fc.oneof(
    { arbitrary: fc.constant(0), weight: 6 },
    { arbitrary: fc.nat(5), weight: 2 },
    { arbitrary: fc.nat(72 * hours), weight: 2 },
  ),
  sweep: fc.constantFrom("none", "none", "none", "none", "before", "together"),
  joins: fc.oneof({ arbitrary: fc.constant(false), weight: 3 }, fc.boolean()),
});

/** The steps of one run; in most of them the first two customers have a contract before anything else. */
export function stepsOf(most: number): fc.Arbitrary<Step[]> {
  const founding = step.map((each): Step => ({
    ...each,
    intent: "establish",
    pause: each.pause % 20,
  }));
  const first = fc
    .tuple(founding, founding)
    .map((both) => both.map((each, customer) => ({ ...each, customer })));
  const length = (maxLength: number) => fc.array(step, { minLength: 5, maxLength, size: "max" });
  // A few long ones, for what takes years.
  const rest = fc.oneof(
    { arbitrary: length(most), weight: 19 },
    { arbitrary: length(most * 5), weight: 1 },
  );
  return fc
    .tuple(fc.nat(4), first, rest)
    .map(([hasNone, both, others]) => (hasNone === 4 ? others : [...both, ...others]));
}
