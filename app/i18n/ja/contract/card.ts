import type { ChartWords, HistoryWords } from "#app/i18n/contract-words.ts";
import type { CardEvent } from "#machines/card/events.ts";

/** Words for the picture of a saved card. */
export const cardChart: ChartWords<CardEvent["type"]> = {
  name: "登録カード",
  states: {
    unopened: "未作成",
    saving: "登録中",
    active: "有効",
    expiring: "期限間近",
    expired: "期限切れ",
    blocked: "利用不可",
    abandoned: "登録せず",
    removed: "削除済み",
    replaced: "変更済み",
    detached: "利用不可（解除）",
  },
  events: {
    save: "登録の開始",
    sessionOpened: "登録画面の用意",
    sessionRefused: "登録画面の拒否",
    abandon: "登録の取消し",
    lookUp: "登録結果の照会",
    expire: "登録画面の期限切れ",
    saved: "登録",
    change: "カード情報の更新",
    warn: "有効期限のご案内",
    lapse: "有効期限の経過",
    decline: "カード会社の拒否",
    detach: "決済事業者での解除",
    remove: "削除",
    replace: "新しいカードへの変更",
  },
};

/** What happened to a saved card, as sentences. */
export const cardHistory: HistoryWords["card"] = {
  save: () => "自動決済に同意し、カードの登録を始めました",
  sessionOpened: () => "カードの登録画面が用意されました",
  sessionRefused: () => "カードの登録画面を用意できませんでした",
  abandon: () => "カードの登録が取り消されました",
  lookUp: () => "カードの登録の結果を決済事業者に照会しました",
  expire: () => "カードの登録画面の期限が切れました",
  saved: () => "カードが登録されました",
  change: () => "カードの番号または有効期限が更新されました",
  warn: () => "カードの有効期限が近いことをお知らせしました",
  lapse: () => "カードの有効期限が過ぎました",
  decline: () => "カード会社の拒否により、このカードは使えなくなりました",
  detach: () => "決済事業者でカードの登録が解除されました",
  remove: () => "カードが削除されました",
  replace: () => "新しいカードに変更されました",
};
