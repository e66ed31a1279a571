import type { ContractEnd, PendingEnd } from "../contract/ends.ts";
import type { Restriction } from "../contract/context.ts";
import type { Inspection } from "./inspection.ts";

/** How an option ended: as its contract can, or of itself with its device (A7.6). */
export type OptionEnd = Omit<ContractEnd, "cause"> & { cause: ContractEnd["cause"] | "lost" };

export interface OptionContext {
  optionId: string;
  contractId: string;
  menuCode: string;
  kind: "subscription" | "device" | "work";
  nameJa: string;
  nameEn: string;
  /** Yen a year without tax; for `work` the price of the one piece of work. */
  annualPrice: number;
  /** Whether it was ordered during the contract's term (A9.1) and not with the contract. */
  isAddition: boolean;
  startDay: string | null;
  /** The contract's running term, with which the option's ends; null for work. */
  term: { start: string; end: string } | null;
  /** Ends that have been noted and still may come, in the order in which they were. */
  ends: PendingEnd[];
  /** How many notices were given: each takes its id from its number. */
  notices: number;
  /** Null also for an option that ended with its contract before causes were kept. */
  ended: OptionEnd | null;
  endDay: string | null;
  restrictions: Restriction[];
  /** Of work: what was reported last and what the customer said of it (A11). */
  inspection: Inspection | null;
}

export const emptyOption: OptionContext = {
  optionId: "",
  contractId: "",
  menuCode: "",
  kind: "subscription",
  nameJa: "",
  nameEn: "",
  annualPrice: 0,
  isAddition: false,
  startDay: null,
  term: null,
  ends: [],
  notices: 0,
  ended: null,
  endDay: null,
  restrictions: [],
  inspection: null,
};
