import { erasureOutcomeNames, erasureStoreNames } from "./erasure.ts";

/** The words printed on quotes, invoices and receipts. */
export const documents = {
  addressee: (company: string, department: string | null, person: string | null): string[] => {
    if (person !== null)
      return [company, ...(department === null ? [] : [department]), `${person} 様`];
    return department === null ? [`${company} 御中`] : [company, `${department} 御中`];
  },
  postalCode: (code: string) => `〒${code}`,
  phone: (phone: string) => `電話 ${phone}`,
  registration: (number: string) => `登録番号 ${number}`,
  page: (page: number, of: number) => `${page} / ${of}`,
  lines: {
    item: "品目",
    supply: "供給日・期間",
    quantity: "数量",
    unitPrice: "単価",
    rate: "税率",
    amount: "金額（税抜）",
    supplyPeriod: (from: string, to: string) => [`${from}〜`, to],
    reducedMark: "※",
    reducedLegend: "※印は軽減税率の対象です。",
    untaxed: "対象外",
    percent: (rate: number) => `${rate}%`,
  },
  taxes: {
    rate: "税率ごとの内訳",
    ofRate: (rate: number) => `${rate}%対象`,
    ofReducedRate: (rate: number) => `${rate}%対象（軽減税率）`,
    untaxed: "消費税の対象外",
    taxable: "税抜金額",
    tax: "消費税等",
    total: "合計（税込）",
  },
  quote: {
    title: "御見積書",
    fileTitle: (number: string) => `見積書 ${number}`,
    lead: "次のとおりお見積りいたします。",
    number: "見積番号",
    issued: "発行日",
    amount: "お見積金額（税込）",
    validUntil: "有効期限",
    notes: [
      "この見積書は、マネージドNDRサービス利用約款第12条第1項に定める料金の詳細です。",
      "有効期限までにお申込みがないときは、改めてお見積りいたします。",
      "消費税等は、供給の時期の税率により計算します。",
    ],
  },
  invoice: {
    title: "請求書",
    fileTitle: (number: string) => `請求書 ${number}`,
    lead: "次のとおりご請求いたします。",
    number: "請求書番号",
    contract: "契約番号",
    issued: "発行日",
    amount: "ご請求金額（税込）",
    due: "お支払期限",
    bank: "お振込先",
    notes: (number: string) => [
      `お振込みの際は、振込依頼人名の前に請求書番号「${number}」をご入力ください。`,
      "振込手数料はお客様のご負担でお願いいたします。",
      "お支払期限を過ぎますと、サービスの料金には、翌日からお支払いの日まで年14.6%（日割り）の遅延損害金が加わります（約款第14条第3項）。",
    ],
  },
  creditNote: {
    title: "返還請求書",
    fileTitle: (number: string) => `返還請求書 ${number}`,
    leads: {
      unearned: "契約の終了後の期間の料金を、次のとおりお返しいたします。",
      correction: "請求書の金額を訂正し、次のとおりお返しいたします。",
    },
    number: "返還請求書番号",
    contract: "契約番号",
    issued: "発行日",
    amount: "返還の額（税込）",
    returned: "返還の日",
    invoice: "もとの請求書番号",
    invoiceDay: "もとの請求書の発行日",
    notes: [
      "この書面は、適格返還請求書です。",
      "返還の額は、もとの請求書の未払いの分から差し引きます。差し引いた残りは、ほかのご請求と相殺するか、お返しします。",
    ],
  },
  erasure: {
    title: "データ消去証明書",
    fileTitle: (contract: string) => `データ消去証明書 ${contract}`,
    contract: "契約番号",
    issued: "発行日",
    lead: "終了した次の契約について、当社のシステムにあるお客様のデータとログを消去したことを証明いたします。",
    end: "契約の終了日",
    erased: "消去した日",
    storesTitle: "保管場所ごとの結果",
    stores: erasureStoreNames,
    outcomes: erasureOutcomeNames,
    notes: [
      "この証明書は、マネージドNDRサービス利用約款第18条第1項に基づく消去についてのものです。",
      "請求書、領収書などの会計の記録は、法令の定める期間保管します。",
    ],
  },
  acceptance: {
    title: "検収書",
    fileTitle: (contract: string) => `検収書 ${contract}`,
    contract: "契約番号",
    accepted: "検収日",
    lead: "お客様が次の作業を検査し、異議がないことを確認して検収したことを証します。",
    work: "作業",
    completed: "作業の完了日",
    reported: "報告した日",
    report: "報告の内容",
    signature: "署名",
    company: "会社名",
    signedBy: "署名者",
    signedAt: "署名の日時",
    note: "この書面は、マネージドNDRサービス利用約款第11条に定める検査についてのものです。署名は、署名者本人のアカウントで電子的に行われました。",
  },
  consent: {
    titles: { consented: "承諾書", refused: "回答書" },
    fileTitle: (contract: string) => `承諾についての回答 ${contract}`,
    contract: "契約番号",
    issued: "回答日",
    effective: "譲渡の効力日",
    kinds: { resale: "サービスの再販売等", assignment: "契約上の地位の譲渡" },
    leads: {
      operator: {
        consented: (kind: string, asked: string) =>
          `${asked}に承諾のご請求がありました${kind}について、次の条件で承諾いたします。`,
        refused: (kind: string, asked: string) =>
          `${asked}に承諾のご請求がありました${kind}について、次の理由により承諾いたしません。`,
      },
      customer: {
        consented: (kind: string, asked: string) =>
          `当社が${asked}に承諾をお願いした${kind}について、お客様が承諾したことを証します。`,
        refused: (kind: string, asked: string) =>
          `当社が${asked}に承諾をお願いした${kind}について、お客様が承諾しなかったことを証します。`,
      },
    },
    request: "請求の内容",
    conditions: "条件",
    reasons: "理由",
    refusal: "譲受人を承諾しない理由",
    refusalItem: (item: number) => `（約款第5条第4項第${item}号に当たります）`,
    none: "なし",
    notes: {
      resale:
        "この書面は、マネージドNDRサービス利用約款第14条第5項に定める承諾についての回答です。",
      assignment:
        "この書面は、マネージドNDRサービス利用約款第31条第1項に定める承諾についての回答です。",
    },
  },
  receipt: {
    title: "領収書",
    fileTitle: (number: string) => `領収書 ${number}`,
    lead: "次の金額を領収いたしました。",
    number: "領収書番号",
    issued: "発行日",
    amount: "領収金額（税込）",
    paid: "領収日",
    purpose: "但し書き",
    purposeOf: (invoice: string) => `請求書 ${invoice} のサービス利用料として`,
    partial: "請求書の一部のお支払いとして領収しました。税率ごとの内訳は請求書をご覧ください。",
    method: "お支払方法",
    methods: { card: "クレジットカード", bankTransfer: "銀行振込" },
    notes: ["この領収書は電子データで発行しているため、収入印紙は不要です。"],
  },
};
