import { derivedId } from "../engine/hash.ts";

/** The loan by which an option of the kind `device` lends its device: one for each option. */
export const loanIdOf = (optionId: string): string => derivedId(optionId, "device");
