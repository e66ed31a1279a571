import { newIdentifier } from "#app/identifier.ts";
import { recordBreach } from "#app/usecases/breaches/decide-case.ts";
import { draftBreach } from "#app/usecases/breaches/draft-breach.ts";
import { readCase } from "#app/usecases/breaches/read-case.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { tokyoDay } from "#machines/calendar.ts";

/** A breach that was recorded today about one contract, with one file of evidence. */
export async function recordedBreach(
  operations: Principal,
  { customerId, contractId }: { customerId: string; contractId: string },
  item = "A15.1(1)",
): Promise<{ caseId: string; fileId: string }> {
  const caseId = newIdentifier();
  const happenedOn = tokyoDay(operations.receivedAt).toString();
  const typed = { item, happenedOn, contractIds: [contractId], facts: "監視を妨げる設定の変更" };
  const file = { name: "log.txt", bytes: Buffer.from("2030-04-01 blocked"), isCut: false };
  const { outcome } = await draftBreach(operations, { customerId, caseId }, typed, [file]);
  if (outcome !== "drafted") throw new Error(`not noted: ${outcome}`);
  await recordBreach(operations, { customerId, caseId, clickId: newIdentifier() });
  const { evidence } = await readCase(operations, customerId, caseId);
  return { caseId, fileId: evidence[0]?.fileId ?? "" };
}
