import type { ChartWords, EventWords } from "#app/i18n/contract-words.ts";
import type { TermsVersionEvent } from "#machines/terms-version/events.ts";

/** Names of the states and events in the picture of a version of terms or specification. */
export const termsVersionChart: ChartWords<TermsVersionEvent["type"]> = {
  name: "約款・仕様書の版",
  states: {
    unopened: "未作成",
    draft: "下書き",
    announced: "告知済み",
    effective: "発効",
    withdrawn: "取下げ",
  },
  events: {
    draft: "下書きの作成",
    adopt: "既存の版の登録",
    revise: "下書きの修正",
    announce: "告知",
    withdraw: "取下げ",
    takeEffect: "発効",
  },
};

/** What happened to a version, in words. */
export const termsVersionHistory: Record<TermsVersionEvent["type"], EventWords> = {
  draft: () => "新しい版の下書きが作られました",
  adopt: () => "すでに適用されている版として登録されました",
  revise: () => "下書きが修正されました",
  announce: () => "変更が告知されました",
  withdraw: () => "取り下げられました",
  takeEffect: () => "効力が生じました",
};
