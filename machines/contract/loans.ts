import { base } from "./base.ts";

const noteLoan = base.assign(({ context: { openLoans }, event }) =>
  event.type === "loanOpened" ? { openLoans: [...openLoans, event.loanId], hasLent: true } : {},
);

export const dropLoan = base.assign({
  openLoans: ({ context, event }) =>
    context.openLoans.filter((id) => event.type !== "loanSettled" || id !== event.loanId),
});

const loanSettled = { guard: "isOpenLoan", meta: { clause: "A8.1" }, actions: dropLoan } as const;

/** What a contract that lives hears of the loans of its devices (A7.1, A8.1). */
export const loans = {
  loanOpened: { meta: { clause: "A7.1" }, actions: noteLoan },
  loanSettled,
} as const;
