import type { StoredSnapshot, View } from "../engine/definition.ts";
import type { MatterContext } from "./context.ts";

/** List columns of a matter of this kind. */
export const viewOf =
  (kind: string) =>
  ({ value, context }: StoredSnapshot<MatterContext>): View => ({
    kind,
    status: String(value),
    contractId: context.contractId,
    loanId: context.loanId,
    startedBy: context.by,
    about: context.about,
    openedOn: context.openedOn,
    happenedOn: context.happenedOn,
    dueOn: context.dueOn,
    dutyUntil: context.dutyUntil,
    settledOn: context.settledOn,
    noteId: context.noteId,
  });
