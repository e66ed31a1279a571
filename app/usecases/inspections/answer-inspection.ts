import { typedText, type TextProblem } from "#app/usecases/breaches/typed-text.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { sendToWork, type WorkTarget } from "./send-to-work.ts";

type Target = Omit<WorkTarget, "customerId">;

/**
 * Accepts work after its inspection (検収, A11): the account signs under its name, and the work is done.
 *
 * @param agreed whether the box was ticked that says so
 * @throws Problem `notFound`, `conflict` where there is nothing to accept now, `notAllowed` for other roles
 *   than owner and technical
 */
export async function acceptWork(
  principal: Principal,
  target: Target,
  agreed: boolean,
): Promise<{ outcome: "accepted" } | { outcome: "invalid"; problem: "unticked" }> {
  const { customerId, actor } = asMember(principal);
  if (!agreed) return { outcome: "invalid", problem: "unticked" };
  const words = { kind: "acceptance", text: "", completedOn: null } as const;
  await sendToWork(principal, actor, { ...target, customerId }, words, (noteId) => {
    return { type: "acceptWork", noteId };
  });
  return { outcome: "accepted" };
}

/**
 * Objects to work with the reasons (異議, A11): it is done again and reported anew.
 *
 * @throws Problem as `acceptWork`
 */
export async function objectToWork(
  principal: Principal,
  target: Target,
  typed: string | null,
): Promise<{ outcome: "objected" } | { outcome: "invalid"; problem: TextProblem }> {
  const { customerId, actor } = asMember(principal);
  const { text, problem } = typedText(typed);
  if (problem) return { outcome: "invalid", problem };
  const words = { kind: "objection", text, completedOn: null } as const;
  await sendToWork(principal, actor, { ...target, customerId }, words, (noteId) => {
    return { type: "objectToWork", noteId };
  });
  return { outcome: "objected" };
}
