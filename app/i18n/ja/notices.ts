/** Texts that every notice to many customers shares: whom it touches, and what became of its mails. */
export const notices = {
  affected: {
    title: (customers: string, contracts: string) =>
      `対象のお客様（${customers}社、契約${contracts}件）`,
    none: "対象の契約はありません。",
    customer: "会社名",
    contract: "契約番号",
    part: "対象の範囲",
    whole: "契約の全部",
    options: (codes: string) => `オプションのみ（${codes}）`,
    separator: "、",
    end: "終了予定日",
  },
  deliveries: {
    title: "お知らせしたお客様",
    none: "まだ誰にも知らせていません。",
    customer: "会社名",
    mail: "お知らせ",
    at: "日時",
    state: "配信の状況",
    mails: {
      "maintenance-planned": "メンテナンスの計画",
      "maintenance-changed": "メンテナンスの変更",
      "maintenance-cancelled": "メンテナンスの中止",
    } as Record<string, string>,
    states: {
      pending: "送信待ち",
      sent: "送信済み",
      delivered: "配信済み",
      delayed: "遅延",
      bounced: "不達",
      failed: "失敗",
      complained: "迷惑メールの申告",
      suppressed: "送信停止中の宛先",
      unknown: "確認中",
      unresolved: "不明",
      dead: "送信できず",
    } as Record<string, string>,
  },
};
