import { expect, test } from "vitest";
import { emptyContract } from "#machines/contract/context.ts";
import { contractMailFacts } from "#machines/contract/mail-facts.ts";
import { contractMails } from "./contract-mails.ts";

const basic = {
  ...{ menuCode: "NDR-BASE", kind: "basic" as const, nameJa: "基本", nameEn: "Basic" },
  annualPrice: 1_000_000,
};

const mailOfNotice = (end: string, owed: { amount: number; dueDay: string | null }) => {
  const term = { start: "2026-04-01", end: "2027-03-31" };
  const notice = { cause: "cancelled", by: "customer", clause: "A17.1", id: "notice" } as const;
  const rest = { ref: null, refund: "none", withdrawalAskedOn: null } as const;
  const ends = [{ ...notice, ...rest, noticeDay: "2027-02-05", endDay: end }];
  const context = { ...emptyContract, number: "C000001-01", start: term.start, term, basic, ends };
  return contractMails["cancellation-received"](
    {
      template: "cancellation-received",
      to: "customer",
      contractId: "0199aaaa-0000-7000-8000-000000000001",
      at: "2027-02-05T01:00:00.000Z",
      day: "2027-02-05",
      facts: contractMailFacts(context),
    },
    { appUrl: "https://portal.example", contractNumber: "C000001-01", invoice: null, owed },
  );
};

test.each([
  ["2027-03-31", 0, null, 0, null],
  ["2027-03-31", 300, "2027-02-26", 300, "2027-02-26"],
  ["2027-04-05", 0, null, 1_100_000, "2027-05-31"],
  ["2027-04-05", 300, "2027-02-26", 1_100_300, "2027-05-31"],
  ["2028-04-30", 0, null, 2_200_000, "2028-05-31"],
])(
  "a notice for %s with %i yen open by %s names what is owed: %i yen, the last by %s",
  (end, amount, dueDay, owed, owedDueDay) => {
    expect(mailOfNotice(end, { amount, dueDay })).toMatchObject({ endDay: end, owed, owedDueDay });
  },
);
