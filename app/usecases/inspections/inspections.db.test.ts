import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { invoiceIdOf } from "#machines/contract/fees.ts";
import { readContractPage } from "#app/usecases/contracts/read-contract-page.ts";
import { readWork } from "#app/usecases/work/read-work.ts";
import { acceptedContract } from "#test/helpers/accepted-contract.ts";
import { readPdf } from "#test/helpers/pdf-text.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { acceptanceDocument, acceptanceDocumentForStaff } from "./acceptance-document.ts";
import { acceptWork, objectToWork } from "./answer-inspection.ts";
import {
  listAllWork,
  listOwnWork,
  readWorkForMember,
  readWorkForStaff,
} from "./read-inspections.ts";
import { reportCompletion } from "./report-completion.ts";

let opened: TestPortal;
let customerId: string;
let contractId: string;
let optionId: string;

const member = (role: "owner" | "technical" | "viewer" | "billing" = "owner", id = customerId) =>
  opened.member(id, role);
const click = () => ({ optionId, clickId: newIdentifier() });
const target = () => ({ ...click(), customerId });
const report = async (completedOn: string | null, text = "初期設定を行いました。") =>
  reportCompletion(await opened.staff(), target(), { completedOn, text });
const statusNow = async () => (await readWorkForMember(await member(), optionId)).work.status;

async function waiting(kind: "followInspection" | "redoWork") {
  const asked = { kind, role: null, owner: null, page: null };
  return (await readWork(await opened.staff(), asked)).items.map(({ page }) => page);
}

/** Yen of the first invoice that the ledger counts as revenue of what is over, by day. */
async function settledFees(): Promise<{ day: string; yen: number }[]> {
  return opened.test.asSuperuser<{ day: string; yen: number }>(
    `select t.day::text as day, sum(e.credit)::int as yen
       from ledger_entry e
       join ledger_transaction t using (customer_id, transaction_id)
      where t.kind = 'feeSettled' and e.account = 'revenue' and t.machine_id = $1
      group by t.day`,
    [invoiceIdOf(contractId, "2030-04-01")],
  );
}

const mailsNow = async () =>
  (
    await opened.test.asSuperuser<{ template: string }>(
      `select params ->> 'template' as template from effect
        where machine_id = $1 order by seq, n`,
      [optionId],
    )
  ).map(({ template }) => template);

beforeAll(async () => {
  opened = await openTestPortal();
  await opened.moveTo("2030-03-01T10:00:00+09:00");
  customerId = await opened.addCustomer("みなと商事");
  contractId = await acceptedContract(opened, customerId, "2030-04-01", ["NDR-TUNE"]);
  await opened.moveTo("2030-04-10T10:00:00+09:00");
  const { options } = await readContractPage(await member(), contractId);
  optionId = options[0]?.optionId ?? "";
});
afterAll(() => opened.close());

describe("completed work", () => {
  test("is reported with its day and words; what is wrong is said by field", async () => {
    expect(await report(null, " ")).toEqual({
      outcome: "invalid",
      problems: { completedOn: "dayMissing", text: "missing" },
    });
    expect(await report("2030-04-11")).toMatchObject({ problems: { completedOn: "ahead" } });
    expect(await report("2030-03-31")).toMatchObject({ problems: { completedOn: "beforeStart" } });
    expect(await report("2030-04-08", "長".repeat(2001))).toMatchObject({
      problems: { text: "tooLong" },
    });
    const finance = await opened.staff("finance");
    await expect(
      reportCompletion(finance, target(), { completedOn: "2030-04-08", text: "x" }),
    ).rejects.toMatchObject({ code: "notAllowed" });
    expect(await report("2030-04-08")).toEqual({ outcome: "reported" });
    await expect(report("2030-04-08")).rejects.toMatchObject({ code: "conflict" });
    const page = await readWorkForMember(await member("technical"), optionId);
    expect(page).toMatchObject({
      work: { status: "inspecting", completedOn: "2030-04-08", lastDay: "2030-04-17" },
      derivation: { clause: "A11.1" },
      notes: [{ kind: "report", text: "初期設定を行いました。", day: "2030-04-10" }],
      inspects: true,
    });
    expect((await listOwnWork(await member("viewer"))).map((one) => one.optionId)).toEqual([
      optionId,
    ]);
  });

  test("is not accepted by silence: the customer is reminded, staff have a task", async () => {
    await opened.moveTo("2030-04-17T23:00:00+09:00");
    expect(await waiting("followInspection")).toEqual([]);
    await opened.moveTo("2030-05-10T10:00:00+09:00");
    expect(await statusNow()).toBe("inspecting");
    const page = `/operations/inspections/${customerId}/${optionId}`;
    expect(await waiting("followInspection")).toEqual([page]);
    expect(await listAllWork(await opened.staff())).toMatchObject([{ isOverdue: true }]);
    expect(await mailsNow()).toEqual([
      "work-reported",
      "inspection-reminder",
      ...["inspection-overdue", "inspection-overdue", "inspection-overdue"],
    ]);
    expect(await settledFees()).toEqual([]);
  });

  test("is objected to with reasons, done again and reported anew", async () => {
    expect(await objectToWork(await member("technical"), click(), " ")).toEqual({
      outcome: "invalid",
      problem: "missing",
    });
    for (const role of ["viewer", "billing"] as const) {
      await expect(objectToWork(await member(role), click(), "x")).rejects.toMatchObject({
        code: "notAllowed",
      });
    }
    const reasons = "監視対象の\n設定が足りません。";
    await objectToWork(await member("technical"), click(), reasons);
    expect(await statusNow()).toBe("working");
    expect(await waiting("redoWork")).toHaveLength(1);
    expect(await waiting("followInspection")).toEqual([]);
    const { notes } = await readWorkForStaff(await opened.staff(), customerId, optionId);
    expect(notes[0]).toMatchObject({ kind: "objection", text: reasons });
    expect(await report("2030-05-09", "設定を足しました。")).toEqual({ outcome: "reported" });
    expect(await waiting("redoWork")).toEqual([]);
  });

  test("is accepted with a signature, has a paper and earns its fee on that day", async () => {
    await opened.moveTo("2030-05-12T10:00:00+09:00");
    await expect(acceptanceDocument(await member(), optionId, "ja")).rejects.toMatchObject({
      code: "notFound",
    });
    expect(await acceptWork(await member(), click(), false)).toMatchObject({ problem: "unticked" });
    await expect(acceptWork(await member("viewer"), click(), true)).rejects.toMatchObject({
      code: "notAllowed",
    });
    expect(await acceptWork(await member(), click(), true)).toEqual({ outcome: "accepted" });
    await expect(acceptWork(await member(), click(), true)).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await statusNow()).toBe("done");
    const [own, theirs] = [
      await acceptanceDocument(await member(), optionId, "ja"),
      await acceptanceDocumentForStaff(await opened.staff(), customerId, optionId, "en"),
    ];
    const { text } = readPdf(own.bytes);
    for (const words of ["検収書", "2030/05/09", "2030/05/12", "設定を足しました", "第11条"]) {
      expect(text).toContain(words);
    }
    expect(readPdf(theirs.bytes).text).toContain("Certificate of Acceptance");
    expect(own.fileName).toMatch(/^acceptance-[\w-]+-2030-05-12\.pdf$/);
    const { options } = await readContractPage(await member(), contractId);
    expect(options).toMatchObject([{ status: "done", endDay: "2030-05-12" }]);
    expect(await settledFees()).toEqual([{ day: "2030-05-12", yen: options[0]?.annualPrice }]);
  });

  test("belongs to its company", async () => {
    const stranger = await member("owner", await opened.addCustomer("きた物産"));
    await expect(readWorkForMember(stranger, optionId)).rejects.toMatchObject({ code: "notFound" });
    await expect(acceptWork(stranger, click(), true)).rejects.toMatchObject({ code: "notFound" });
    expect(await listOwnWork(stranger)).toEqual([]);
    const finance = await opened.staff("finance");
    await expect(listAllWork(finance)).rejects.toMatchObject({ code: "notAllowed" });
  });
});
