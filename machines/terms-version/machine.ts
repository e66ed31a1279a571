import { setup } from "xstate";
import { dayOf } from "../calendar.ts";
import { outgoing, type MachineEvent, type Stamp } from "../engine/outgoing.ts";
import { spread, type SpreadScope } from "../engine/spread.ts";
import { isAnnouncedInTime } from "../terms/a03-amendment.ts";
import type { Bilingual } from "../terms/articles.ts";
import { affectedBy, boundBy } from "./affected.ts";
import type { TermsVersionEvent } from "./events.ts";

export interface TermsVersionContext {
  /** Names the version in contracts, consents and addresses. */
  version: string;
  /** `terms`, or the code of the menu whose specification it is. */
  document: string;
  label: string;
  /** Of the text as it stands; the text itself is stored beside, under this hash. */
  textHash: string;
  draftedDay: string | null;
  announcedDay: string | null;
  effectiveDay: string | null;
  summary: Bilingual | null;
  /** Why the announcement came later than A3.2 asks for; null where it came in time. */
  lateReason: Bilingual | null;
  withdrawnDay: string | null;
}

const base = setup({
  types: { context: {} as TermsVersionContext, events: {} as TermsVersionEvent & Stamp },
  actions: outgoing,
  guards: {
    /** The text is the one that was shown, its day lies ahead, and it is in time or has a reason. */
    mayBeAnnounced: ({ context, event }) => {
      if (event.type !== "announce" || event.textHash !== context.textHash) return false;
      if (event.effectiveDay <= event.day) return false;
      const isInTime = isAnnouncedInTime(dayOf(event.day), dayOf(event.effectiveDay));
      return isInTime || event.reason !== null;
    },
  },
});

const open = base.assign(({ event }) => {
  if (event.type !== "draft" && event.type !== "adopt") return {};
  const { version, document, label, textHash } = event;
  const effectiveDay = event.type === "adopt" ? event.effectiveDay : null;
  return { version, document, label, textHash, draftedDay: event.day, effectiveDay };
});

const revise = base.assign(({ event }) =>
  event.type === "revise" ? { textHash: event.textHash } : {},
);

const noteAnnouncement = base.assign(({ event }) => {
  if (event.type !== "announce") return {};
  const { day, effectiveDay, summary, reason } = event;
  const isInTime = isAnnouncedInTime(dayOf(day), dayOf(effectiveDay));
  return { announcedDay: day, effectiveDay, summary, lateReason: isInTime ? null : reason };
});

const noteWithdrawal = base.assign({ withdrawnDay: ({ event }) => event.day });

/** Tells every contract that the document touches. */
const tellContracts = (
  scopeOf: (document: string) => SpreadScope,
  eventOf: (context: TermsVersionContext) => MachineEvent,
) =>
  base.enqueueActions(({ context, enqueue }) => {
    const scope = scopeOf(context.document);
    enqueue({ type: "effect", params: spread({ scope, event: eventOf(context) }) });
  });

const announceToContracts = tellContracts(affectedBy, ({ version, effectiveDay }) => {
  return { type: "announceTerms", versionId: version, effectiveDay };
});

const bindContracts = tellContracts(boundBy, ({ version }) => ({
  type: "bindTerms",
  versionId: version,
}));

const withdrawFromContracts = tellContracts(affectedBy, ({ version }) => {
  return { type: "withdrawTerms", versionId: version };
});

/** A version of the terms of service (約款) or of a menu's specification (仕様書), from draft to effect. */
export const termsVersionMachine = base.createMachine({
  id: "termsVersion",
  context: {
    version: "",
    document: "",
    label: "",
    textHash: "",
    draftedDay: null,
    announcedDay: null,
    effectiveDay: null,
    summary: null,
    lateReason: null,
    withdrawnDay: null,
  },
  initial: "unopened",
  states: {
    unopened: {
      on: {
        draft: { target: "draft", meta: { clause: "A3.1" }, actions: open },
        adopt: { target: "effective", meta: { clause: "A1.1" }, actions: open },
      },
    },
    draft: {
      on: {
        revise: { meta: { clause: "A3.1" }, actions: revise },
        announce: {
          guard: "mayBeAnnounced",
          target: "announced",
          meta: { clause: "A3.2" },
          actions: [noteAnnouncement, announceToContracts],
        },
        withdraw: { target: "withdrawn", meta: { clause: "A3.1" }, actions: noteWithdrawal },
      },
    },
    announced: {
      on: {
        takeEffect: { target: "effective", meta: { clause: "A3.1" }, actions: bindContracts },
        withdraw: {
          target: "withdrawn",
          meta: { clause: "A3.2" },
          actions: [noteWithdrawal, withdrawFromContracts],
        },
      },
    },
    effective: { type: "final" },
    withdrawn: { type: "final" },
  },
});
