/** Where a customer's data is kept, and what was found there (A18.1). */
export const erasureStoreNames = {
  detections: "検知の記録とアラート",
  traffic: "通信の記録（フロー・メタデータ）",
  captures: "パケットの取得データ",
  reports: "分析の結果と報告書",
  inquiries: "お問い合わせと対応の記録",
  settings: "監視と接続機器の設定",
  backups: "上記のバックアップ",
};

export const erasureOutcomeNames = {
  erased: "消去しました",
  nothingKept: "対象のデータはありません",
};

/** What pages say of the erasure after the end of a contract. */
export const erasure = {
  stores: erasureStoreNames,
  outcomes: erasureOutcomeNames,
  /** On the page of a contract. */
  fact: "データとログの消去",
  dueBy: "までに消去します",
  done: (day: string) => `${day}に消去しました`,
  certificate: "消去の証明書（PDF）",
  /** On the page on which staff record it. */
  title: "データ消去の記録",
  lead: "当社のシステムにあるこのお客様のデータとログについて、保管場所ごとに結果を記録します。",
  due: "消去の期限",
  early: (day: string) =>
    `期限（${day}）より前です。お客様は、必要なデータをまだ保存していないことがあります。`,
  warning:
    "消去が実際に終わってから記録してください。この記録は取り消せません。会計の記録は消去せず、法令の定める期間保管します。",
  missing: (store: string) => `「${store}」の結果を選択してください。`,
  conflict:
    "このデータの消去は、すでに記録されているか、まだ記録できません。契約のページをご確認ください。",
  submit: "消去済みの記録",
  back: "契約に戻る",
};
