import { data, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { answer } from "#app/middleware/answer.ts";
import type { Upload } from "#app/middleware/upload.ts";
import type { RefusedFile } from "#app/usecases/files/uploaded-file.ts";
import type { MatterProblems } from "#app/usecases/matters/act-form.ts";
import type { MatterOutcome } from "#app/usecases/matters/act-on-matter.ts";
import { fillAddressIn } from "#app/usecases/orders/fill-address.ts";
import { Problem } from "#app/usecases/problem.ts";

/** What is shown of a form that did not do what was asked. */
export interface MatterAnswer {
  problems: MatterProblems;
  refused: RefusedFile[];
  typed: Record<string, string>;
  conflict: boolean;
  /** What came of filling in the address by its postal code; null where that was not asked for. */
  filled: "filled" | "unknown" | null;
  /** Another one with every answer, so that fields are drawn anew. */
  at: string;
}

/**
 * Runs the form of an act; done, it leads on to the matter's page with the word of it.
 *
 * @param pageOf the matter's page
 */
export async function runMatterAct(
  { fields }: Upload,
  act: () => Promise<MatterOutcome>,
  pageOf: (done: { customerId: string; matterId: string }) => string,
) {
  return answer(async () => {
    const filled = fields.get("go") === "address" ? await fillAddressIn(fields) : null;
    const typed = Object.fromEntries([...fields].filter(([name]) => name !== "clickId"));
    const fresh = { filled: null, at: newIdentifier() };
    const failed = (what: Partial<MatterAnswer>, status: number) => {
      const shown: MatterAnswer = {
        problems: {},
        refused: [],
        conflict: false,
        typed,
        ...fresh,
        ...what,
      };
      return data(shown, { status });
    };
    if (filled !== null) return failed({ filled: filled ? "filled" : "unknown" }, 200);
    try {
      const outcome = await act();
      if (outcome.outcome === "done") return redirect(pageOf(outcome), 303);
      const { problems, refused } = outcome;
      return failed({ problems, refused }, 422);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "conflict") throw error;
      return failed({ conflict: true }, 409);
    }
  });
}
