/** Why futures can't be compared; said to whoever asked, without a stack. */
export class FuturesProblem extends Error {}
