import type { Account } from "#machines/engine/outgoing.ts";

/**
 * The ledger's accounts as the accounting packages call them out of the box, so that nothing has to be set
 * up before the first import. Every row is 対象外 (no consumption tax), since the portal books the tax on an
 * account of its own: a package that worked it out again would book it twice.
 */
export const packageAccounts: Record<Account, string> = {
  receivables: "売掛金",
  deferredRevenue: "前受金",
  revenue: "売上高",
  taxPayable: "仮受消費税",
  stripeClearing: "未収入金",
  stripeFees: "支払手数料",
  bank: "普通預金",
  unappliedReceipts: "仮受金",
  bankFees: "支払手数料",
  credits: "預り金",
  damages: "雑収入",
  charges: "雑収入",
  writeOffs: "貸倒損失",
  suspense: "仮受金",
  refundsPayable: "未払金",
  disputedFunds: "仮払金",
};

/** The name of an account in the packages. Throws RangeError for one that the ledger does not have. */
export function packageAccount(account: string): string {
  const name: string | undefined = (packageAccounts as Record<string, string>)[account];
  if (name === undefined) throw new RangeError(`No package has a name for ${account}.`);
  return name;
}

/** The tax category of every row. */
export const outsideTax = "対象外";
