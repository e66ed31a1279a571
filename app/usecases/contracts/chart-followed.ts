import { contractDefinition } from "#machines/contract/definition.ts";

/** The chart that contracts follow, for drawing it; nothing of any customer is in it. */
export const chartFollowed = contractDefinition.machine;
