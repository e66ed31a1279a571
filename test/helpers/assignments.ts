import { acceptedContract } from "./accepted-contract.ts";
import { expect } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import type { Portal } from "#app/portal.ts";
import { createCustomerAccount } from "#app/usecases/accounts/create-account.ts";
import { answerConsent, takeOverDeclarations } from "#app/usecases/consents/answer-consent.ts";
import { askConsent } from "#app/usecases/consents/ask-consent.ts";
import { nameAssignee, verifyAssignee } from "#app/usecases/consents/assignee.ts";
import { decideConsent } from "#app/usecases/consents/decide-consent.ts";
import { readConsentForStaff } from "#app/usecases/consents/read-consents.ts";
import { commandEffect } from "#app/workflow/command-effect.ts";
import { runEffect, type EffectParts } from "#app/workflow/effects.ts";
import { handOverEffect } from "#app/workflow/hand-over-effect.ts";
import { mailEffect } from "#app/workflow/mails/mail-effect.ts";
import type { EffectKey } from "#db/queries/effects.ts";
import type { TestDatabase } from "./database.ts";
import type { SentMail } from "./effect-work.ts";
import { typedOrder } from "./orders.ts";
import { openTestPortal, testTermsVersion } from "./portal.ts";

/** Where the two sides of a test's assignments are written to. */
export const sideEmails = { assignor: "owner@minato.example", assignee: "owner@aoi.example" };

/**
 * Does what the two sides of an assignment say to each other, and their mails, as a worker would; what
 * cannot be done yet stays.
 *
 * @param sent takes the mails
 * @param cut says where the work breaks off, before the first effect of that kind
 */
async function work(
  portal: Portal,
  test: TestDatabase,
  sent: SentMail[],
  cut?: (kind: string) => boolean,
): Promise<void> {
  const { database, mailFrom, appUrl } = portal;
  const mail = {
    ...portal.mail,
    sendMail: async ({ to, subject, text }: { to: string; subject: string; text: string }) => {
      const id = `re_${sent.length + 1}`;
      sent.push({ id, to, subject, text });
      return { outcome: "sent", providerId: id } as const;
    },
  };
  const handlers = {
    command: commandEffect(portal),
    handOver: handOverEffect(portal),
    mail: mailEffect({ database, mail, mailFrom, appUrl }),
  } as unknown as EffectParts["handlers"];
  for (let round = 0; round < 10; round += 1) {
    const open = await test.asSuperuser<EffectKey & { kind: string }>(
      `select customer_id as "customerId", machine_id as "machineId", seq, n, kind from effect
       where state = 'pending' and kind in ('command', 'handOver', 'mail') order by at, n`,
    );
    if (open.length === 0) return;
    for (const key of open) {
      if (cut?.(key.kind)) return;
      await runEffect({ ...portal, handlers }, key, true);
    }
  }
}

/** A portal with an assignor whose contract runs, on 2030-03-21, and all that its assignments go through. */
export async function openAssignments() {
  const opened = await openTestPortal();
  const { portal, test } = opened;
  const sent: SentMail[] = [];
  const addCompany = (companyName: string, email: string) =>
    createCustomerAccount(portal, {
      ...{ companyName, name: "山田 太郎", email, password: "correct horse battery" },
    });

  const startContract = (id: string, startDay: string, options: string[] = []) =>
    acceptedContract(opened, id, startDay, options);

  await opened.moveTo("2030-03-01T10:00:00+09:00");
  const { customerId } = await addCompany("みなと商事", sideEmails.assignor);
  const contractId = await startContract(customerId, "2030-03-20", ["NDR-MVPN"]);
  await opened.moveTo("2030-03-21T10:00:00+09:00");

  const targetOf = (requestId: string, id = customerId) => ({
    ...{ customerId: id, requestId, clickId: newIdentifier() },
  });
  const run = (cut?: (kind: string) => boolean) => work(portal, test, sent, cut);
  const agreement = {
    ...({ answer: "agree", text: "", termsVersion: testTermsVersion } as const),
    ticked: [...takeOverDeclarations],
    papers: { company: {}, maintenance: typedOrder("2030-05-01").maintenance },
  };

  /** The assignor's request with a proposal; returns its id. */
  async function ask(about = contractId) {
    const requestId = newIdentifier();
    const asked = await askConsent(await opened.member(customerId), requestId, {
      ...{ kind: "assignment", contractId: about, text: "子会社に移します。" },
      ...{ assigneeName: "あおい製作所", assigneeEmail: sideEmails.assignee },
    });
    expect(asked).toEqual({ outcome: "asked" });
    return requestId;
  }

  /** A request whose assignee is asked; and the assignee's side of it. */
  async function named(assigneeId: string, about = contractId) {
    const requestId = await ask(about);
    const [row] = await test.asSuperuser<{ number: number }>(
      "select number from customer where customer_id = $1",
      [assigneeId],
    );
    const number = String(row?.number);
    expect(await nameAssignee(await opened.staff(), targetOf(requestId), number)).toBe("named");
    await run();
    const { request } = await readConsentForStaff(await opened.staff(), customerId, requestId);
    return { requestId, takeOverId: request.otherRequestId ?? "" };
  }

  const answer = async (assigneeId: string, takeOverId: string, more: object = {}) =>
    answerConsent(await opened.member(assigneeId), targetOf(takeOverId, assigneeId), {
      ...agreement,
      ...more,
    });

  const consent = async (requestId: string, effectiveDay: string | null) =>
    decideConsent(await opened.staff(), targetOf(requestId), "consent", {
      ...{ text: "条件はありません。", effectiveDay, reason: null },
    });

  /** An assignment to which everybody has said yes. */
  async function agreed(assigneeId: string, effectiveDay: string, about = contractId) {
    const both = await named(assigneeId, about);
    await answer(assigneeId, both.takeOverId);
    await run();
    await verifyAssignee(await opened.staff(), targetOf(both.requestId));
    expect(await consent(both.requestId, effectiveDay)).toEqual({ outcome: "decided" });
    await run();
    return both;
  }

  return {
    ...{ opened, customerId, contractId, sent, targetOf, work: run },
    ...{ addCompany, startContract, ask, named, answer, consent, agreed },
    statusOf: async (requestId: string, id = customerId) =>
      (await readConsentForStaff(await opened.staff(), id, requestId)).request.status,
    newestTo: (address: string) => sent.findLast(({ to }) => to === address)?.text ?? "",
    /** Ends a contract at once, as staff do for a breach. */
    terminate: async (id: string, machineId: string) => {
      const receivedAt = (await portal.clock.now()).toISOString();
      await portal.dispatch({
        ...{ customerId: id, machineId, kind: "contract", commandId: "t", receivedAt },
        actor: { kind: "staff", userId: "s", role: "operations" },
        event: { type: "terminate", caseId: newIdentifier(), clause: "A16.1(5)" },
      });
    },
  };
}

/** What `openAssignments` opens. */
export type Assignments = Awaited<ReturnType<typeof openAssignments>>;
