import { z } from "zod";
import { clauseText, isoDay } from "../engine/fields.ts";
import { command, contract, idOf, name, stepTo, type ScenarioCommand } from "./command.ts";

const option = z.int().min(1).max(99).optional();
const cause = z.enum(["nonPayment", "breach"]);

/** A suspension's cause; a breach names its case (A15.2). */
const suspension = (type: "suspend" | "lift"): ScenarioCommand =>
  command(
    { contract, cause, case: name.optional() },
    ({ cause: kind, case: called, ...to }, scene) => {
      const ref = called === undefined ? null : idOf(scene, "case", called);
      return stepTo(scene, to, "operations", { type, cause: { kind, ref } });
    },
  );

/** Commands by which the service is suspended or restricted, and the customer admonished. */
export const standingCommands: Readonly<Record<string, ScenarioCommand>> = {
  suspend: suspension("suspend"),
  lift: suspension("lift"),
  demand: command(
    { contract, case: name, until: isoDay },
    ({ case: called, until, ...to }, scene) =>
      stepTo(scene, to, "operations", {
        type: "demand",
        caseId: idOf(scene, "case", called),
        until,
      }),
  ),
  cure: command({ contract, case: name }, ({ case: called, ...to }, scene) =>
    stepTo(scene, to, "operations", { type: "cure", caseId: idOf(scene, "case", called) }),
  ),
  restrict: command(
    { contract, option, restriction: name, clause: clauseText },
    ({ restriction, clause, ...to }, scene) => {
      const restrictionId = idOf(scene, "restriction", restriction);
      return stepTo(scene, to, "operations", { type: "restrict", restrictionId, clause });
    },
  ),
  unrestrict: command({ contract, option, restriction: name }, ({ restriction, ...to }, scene) => {
    const restrictionId = idOf(scene, "restriction", restriction);
    return stepTo(scene, to, "operations", { type: "unrestrict", restrictionId });
  }),
};
