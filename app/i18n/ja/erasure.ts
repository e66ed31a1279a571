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

/** What becomes of the data that the portal itself holds (A18.1). */
export const erasurePlanWords = {
  kinds: {
    deviceSites: "接続機器の設置場所と連絡先",
    devicePapers: "接続機器についての連絡の文",
    people: "インシデント情報の従事者",
    materials: "提供された資料・回答とファイル",
    books: "請求・入金・仕訳の記録",
    documents: "見積書・検収書",
    order: "注文書・同意・契約の記録",
    correspondence: "届出・承諾・催告などの記録",
    history: "契約の履歴（改ざん防止の記録）",
    mails: "お送りしたメールの控え",
    confidential: "秘密情報の記録",
    registration: "届出事項とアカウント",
  } as Record<string, string>,
  treatments: {
    erased: "消去",
    kept: "保管",
    pseudonymous: "個人を識別する記載を除いて保管",
  } as Record<string, string>,
  reasons: {
    books: "会計帳簿などの保存（会社法第432条第2項）",
    claims: "権利の行使と証明（民法第166条第1項）",
    account: "アカウントのご利用中",
  } as Record<string, string>,
  title: "ポータルにあるデータの扱い",
  columns: { data: "データ", treatment: "扱い", until: "保管の期限", reason: "理由" },
  until: (day: string) => `${day}まで`,
};

/** What pages say of the erasure after the end of a contract. */
export const erasure = {
  plan: erasurePlanWords,
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
