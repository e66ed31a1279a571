import { derivedId } from "../engine/hash.ts";

/** The contract that continues an assigned one under the assignee, by the assignee's own request. */
export const successorOf = (takeOverId: string): string => derivedId(takeOverId, "successor");

/** An option of that contract, by the assignor's option that it continues. */
export const successorOption = (takeOverId: string, optionId: string): string =>
  derivedId(takeOverId, `option/${optionId}`);
