/** The papers that a loan can have. */
export type LoanPaper = "return-slip" | "wipe-certificate";

/** The papers that a loan has as it stands: what is to go back has its label, what was checked its certificate. */
export function papersOf({
  status,
  serialNumber,
}: {
  status: string;
  serialNumber: string | null;
}): LoanPaper[] {
  if (!serialNumber) return [];
  if (["returnDue", "overdue", "returning"].includes(status)) return ["return-slip"];
  return status === "checked" ? ["wipe-certificate"] : [];
}
