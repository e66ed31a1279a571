/** Texts of the order form, from the first page to the review. */
export const order = {
  title: "お申し込み",
  begin: {
    title: "新しいお申し込み",
    lead: "入力は5ページあります。各ページの内容は、進むたびに保存されます。途中でやめても、あとで続きから入力できます。",
    needTitle: "ご用意いただくもの",
    need: [
      "会社の登録情報（会社名、フリガナ、代表者、住所、電話番号）とご担当者の連絡先",
      "サービスを利用する場所の住所（日本国内）",
      "NDR製品が動くハードウェアの保守契約の番号、機種名、製造番号、満了日",
      "社内での申込みの承認",
    ],
    flowTitle: "お申し込みのあと",
    flow: [
      {
        text: "お申し込みの時点で見積書が発行されます。契約はまだ成立していません。",
        clause: "A12.1",
      },
      { text: "担当者が保守契約などの内容を確認します。", clause: "A5.2" },
      { text: "当社が承諾した時点で、契約が成立します。", clause: "A5.1" },
      { text: "準備期間を経て、確定した開始日からご利用いただけます。", clause: "A5.5" },
    ],
    submit: "入力の開始",
  },
  steps: {
    company: "会社情報",
    site: "利用場所",
    maintenance: "保守契約",
    menus: "メニュー",
    declarations: "確認事項",
    review: "内容の確認",
  },
  leads: {
    company:
      "登記されている内容のとおりに入力してください。お届けいただいた情報（届出事項）として登録します。",
    site: "NDR製品を設置している場所を入力してください。日本国内の場所に限ります。",
    maintenance:
      "サービスの提供には、NDR製品が動くハードウェアの保守契約が必要です。契約書や保守証書をご覧のうえ入力してください。",
    menus: "基本メニューに、必要なオプションを加えてください。価格は税抜です。",
    declarations:
      "約款のうち、特にご確認いただきたい事項です。一つずつお読みになり、チェックを入れてください。",
    review: "入力された内容をお確かめのうえ、お申し込みを送信してください。",
  },
  leadClauses: {
    company: ["A5.1"],
    site: ["A14.1"],
    maintenance: ["A5.2"],
    menus: ["A2", "A12.1"],
    declarations: [] as string[],
    review: ["A5.1"],
  },
  fields: {
    companyName: "会社名",
    companyNameKana: "会社名（フリガナ）",
    representative: "代表者の役職と氏名",
    postalCode: "郵便番号",
    prefecture: "都道府県",
    city: "市区町村・町名",
    street: "番地・建物名",
    phone: "電話番号",
    contactName: "ご担当者の氏名",
    contactEmail: "ご担当者のメールアドレス",
    siteName: "利用場所の名称",
    sameAsCompany: "会社の住所と同じ",
    vendor: "保守会社",
    contractNumber: "保守契約番号",
    hardwareModel: "ハードウェアの機種名",
    serialNumber: "製造番号",
    validUntil: "保守契約の満了日",
    basic: "基本メニュー",
    options: "オプションメニュー",
    wishedStart: "ご利用開始の希望日",
    startDay: "開始日",
    consent: "約款への同意",
  },
  support: {
    companyName: "「株式会社」などを省略せずに入力してください。",
    companyNameKana: "全角カタカナで入力してください。",
    postalCode: "例: 100-0001",
    phone: "例: 03-1234-5678",
    contactEmail: "お申し込みに関するご連絡を差し上げることがあります。",
    siteName: "例: 本社データセンター",
    sameAsCompany: "チェックを入れると、下の住所の入力は不要です。",
    validUntil: "開始日に有効な契約が必要です。例: 2027/03/31",
  } as Record<string, string | undefined>,
  siteAddress: "利用場所の住所",
  fillAddress: {
    button: "郵便番号から住所を入力",
    filled: "住所を入力しました",
    filledText: "番地と建物名を確かめて、続きを入力してください。",
    unknown: "この郵便番号の住所が見つかりません",
    unknownText:
      "郵便番号を確かめるか、住所を直接入力してください。入力した内容は保存されています。",
  },
  choosePrefecture: "選択してください",
  outsideJapan: "日本国外",
  menu: {
    perYear: (price: string) => `年額 ${price}（税抜）`,
    perWork: (price: string) => `1作業 ${price}（税抜）`,
    basicSupport: "すべてのご契約に必要なメニューです。",
    optionsSupport: "基本メニューに加えてお申し込みいただけます。",
    startSupport: (earliest: string, latest: string) =>
      `準備期間が必要なため、${earliest}から${latest}までの日をご指定ください。ご希望に沿えない場合は、別の日をご相談します。`,
    none: "なし",
    ending: (name: string, day: string) => `「${name}」は${day}をもって提供を終了します`,
    endingText:
      "料金は最終日までの日割りです。最終日より後の分をお支払いいただいていたときは、お返しします。",
  },
  declarations: {
    internalApproval: {
      label: "社内の承認を得ています",
      text: "この申込みに必要な社内の手続きを終えており、私は会社を代表して申し込む権限を持っています。",
    },
    noGuarantee: {
      label: "完全な防御の保証ではないことを理解しました",
      text: "このサービスは監視と分析を行うもので、セキュリティの事故が一切起きないことを約束するものではありません。",
    },
    exemptions: {
      label: "責任の範囲と免責を確認しました",
      text: "当社が賠償する額は年間のお支払額の12分の1までで、請求できる期間は原因となる事実から1年です。検知漏れ、回線の障害、計画メンテナンスなどによる損害は対象外です。",
    },
    dataAccess: {
      label: "NDR製品のデータへのアクセスに同意します",
      text: "監視と調査のために、当社はお客様のNDR製品が集めたデータを閲覧します。",
    },
    communication: {
      label: "通信に関する情報の利用に同意します",
      text: "事故の調査に必要なとき、当社は役員・従業員の方の通信に関する情報を集めて利用します。お客様の社内では、調査に必要な最小限の方だけがその情報を扱い、守秘義務を負います。",
    },
    antiSocialForces: {
      label: "反社会的勢力ではなく、関わりもありません",
      text: "当社および役員は反社会的勢力に該当せず、資金の提供や利用などの関係を一切持たず、将来も持ちません。違反があれば、催告なしにすべての契約を解除されることがあります。",
    },
    deviceCare: {
      label: "お借りする接続機器を適切に管理します",
      text: "分解や改造、転貸、日本国外への持ち出しをせず、注意を払って管理します。設置場所を変えるときは、事前に届け出ます。",
    },
  },
  errors: {
    missing: (label: string) => `${label}を入力してください。`,
    notChosen: (label: string) => `${label}を選択してください。`,
    notTicked: (label: string) =>
      `「${label}」にチェックがありません。内容をご確認のうえ、チェックを入れてください。`,
    tooLong: (label: string, most: string) =>
      `${label}が長すぎます。${most}文字以内で入力してください。`,
    characters: (label: string) =>
      `${label}に使えない文字が含まれています。改行や制御文字を除いて入力してください。`,
    postalCode: (label: string) =>
      `${label}の形が正しくありません。「100-0001」のように数字7桁で入力してください。`,
    siteInJapan: (label: string) =>
      `${label}が日本国内のものではありません。サービスを利用できる場所は日本国内に限られます（約款第14条第1項）。国内の住所を入力してください。`,
    kana: (label: string) =>
      `${label}にカタカナ以外の文字が含まれています。全角カタカナで入力してください。`,
    phone: (label: string) =>
      `${label}の形が正しくありません。「03-1234-5678」のように市外局番から入力してください。`,
    email: (label: string) =>
      `${label}の形が正しくありません。「名前@example.jp」の形で入力してください。`,
    day: (label: string) =>
      `${label}が日付として正しくありません。「2027/03/31」のように入力してください。`,
    tooEarly: (label: string, day: string) =>
      `${label}が早すぎます。${day}以降の日を指定してください。`,
    tooLate: (label: string, day: string) =>
      `${label}が先の日付すぎます。${day}までの日を指定してください。`,
    lapsed: (label: string, day: string) =>
      `${label}が過ぎています。${day}以降も有効な保守契約を入力してください。`,
    lapsesBefore: (label: string, day: string) =>
      `${label}が、ご利用開始の希望日（${day}）より前です。開始日に有効な保守契約を入力するか、希望日を変更してください。`,
    basicMissing: (_label: string) =>
      "基本メニューが選択されていません。オプションだけのお申し込みはできないため、基本メニューを選択してください。",
    menuEnds: (label: string, day: string) =>
      `${label}が、選択したメニューの最終日（${day}）より後です。最終日までの日を指定するか、そのメニューを外してください。`,
    optionUnknown: (_label: string) =>
      "現在お申し込みいただけないオプションが選択されています。もう一度選択してください。",
  },
  form: {
    next: "保存して次へ",
    back: "保存して前へ",
    later: "保存して中断",
    jump: "ほかのページへ移動（入力中の内容は保存されます）",
    complete: "入力済み",
    incomplete: "未完了",
  },
  review: {
    incompleteTitle: "未完了の項目があります",
    incompleteLead: "次の項目を入力すると、お申し込みを送信できます。",
    changedTitle: "表示していた内容が変わりました",
    changed: {
      price: "料金が改定されたため、お見積りを計算し直しました。",
      terms: "約款の新しい版が効力を生じました。",
      form: "別の画面で入力内容が変更されました。",
    },
    changedRemedy: "下の内容をもう一度お確かめのうえ、改めて送信してください。",
    change: (step: string) => `${step}を変更`,
    ticked: "確認済み",
    empty: "未入力",
    quoteTitle: "お見積り",
    item: "品目",
    amount: "金額",
    subtotal: "小計（税抜）",
    taxOf: (rate: number, taxable: string) => `消費税等（${rate}%対象 ${taxable}）`,
    total: "合計（税込）",
    term: "契約期間",
    termText: (start: string, end: string) => `${start}から${end}まで（希望日に開始した場合）`,
    renewal: "更新",
    renewalText: "終了のお申し出がなければ、同じ条件で1年ずつ更新されます。",
    due: "お支払期日",
    dueText: (day: string) => `${day}（開始日に請求書を発行した場合）`,
    happensTitle: "送信するとどうなるか",
    happens: [
      {
        text: "見積書を発行し、審査を始めます。契約は、当社が承諾した時点で成立します。",
        clause: "A5.1",
      },
      {
        text: "承諾の前なら、このポータルから取り下げることができます。承諾のあとは、約款に定める場合を除いて任意に解除できません。",
        clause: "A10.1",
      },
    ],
    terms: "約款",
    termsVersion: (version: string, day: string) => `第${version}版（${day}から有効）`,
    specifications: "次の仕様書も、同意の対象になります。",
    announced: "次の版が告知されています。契約が成立した後は、効力発生日から適用されます。",
    document: (name: string, version: string, day: string) =>
      `${name} ${version}版（${day}から有効、新しいタブで開きます）`,
    termsLink: "約款を読む（新しいタブで開きます）",
    consent: (version: string) => `約款 第${version}版の内容に同意し、申し込みます。`,
    submit: "お申し込みの送信",
  },
};
