import type { ChartWords, EventWords } from "#app/i18n/contract-words.ts";
import type { BreachCaseEvent } from "#machines/breach-case/events.ts";

/** Names of the states and events in the picture of a breach case. */
export const breachCaseChart: ChartWords<BreachCaseEvent["type"]> = {
  name: "違反の記録",
  states: {
    unopened: "未作成",
    draft: "記録前の確認",
    discarded: "破棄",
    opened: "対応中",
    demanded: "催告中",
    periodOver: "期間経過（判断待ち）",
    uncured: "是正なし",
    terminated: "解除",
    cured: "是正済み",
    closed: "対応終了",
  },
  events: {
    draft: "内容の入力",
    addEvidence: "証拠の追加",
    discard: "破棄",
    record: "記録",
    suspend: "サービスの停止",
    lift: "停止の解除",
    demand: "催告",
    periodEnds: "催告期間の経過",
    cure: "是正の確認",
    recordUncured: "是正なしの記録",
    terminate: "契約の解除",
    close: "対応の終了",
  },
};

/** What happened to a breach case, in words. */
export const breachCaseHistory: Record<BreachCaseEvent["type"], EventWords> = {
  draft: () => "違反の内容が入力されました",
  addEvidence: () => "証拠ファイルが追加されました",
  discard: () => "記録せずに破棄されました",
  record: () => "違反が記録されました",
  suspend: () => "サービスが停止されました",
  lift: () => "サービスの停止が解除されました",
  demand: () => "是正を求める催告をお客様に送りました",
  periodEnds: () => "催告の期間が過ぎました",
  cure: () => "是正が確認されました",
  recordUncured: () => "期間内に是正されなかったことが記録されました",
  terminate: () => "契約が解除されました",
  close: () => "対応が終了しました",
};
