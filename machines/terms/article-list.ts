interface Entry<N extends number> {
  number: N;
  paragraphs: number;
  title: { ja: string; en: string };
  portal: { ja: string; en: string };
}

function article<N extends number>(
  number: N,
  paragraphs: number,
  [ja, en]: [string, string],
  [portalJa, portalEn]: [string, string],
): Entry<N> {
  return { number, paragraphs, title: { ja, en }, portal: { ja: portalJa, en: portalEn } };
}

/** The 35 articles (条) in order. The sentences say what the portal does; they are not the terms. */
export const articles = [
  article(
    1,
    3,
    ["約款の適用", "Application of the terms"],
    [
      "約款、仕様書、個別条件書を、優先順位とともに版ごとに公開します。",
      "Publishes terms, specifications and individual conditions by version, with their precedence.",
    ],
  ),
  article(
    2,
    1,
    ["定義", "Definitions"],
    [
      "基本メニューを含む注文だけを受け付け、オプション単独の注文は受け付けません。",
      "Takes only orders that contain a basic menu; an option alone cannot be ordered.",
    ],
  ),
  article(
    3,
    2,
    ["約款・仕様書の変更", "Changes of the terms and specifications"],
    [
      "変更の予告期限を計算し、掲載と通知の記録を残して、発効日に新しい版へ切り替えます。",
      "Works out the last announcement day, records each notice and switches version on its day.",
    ],
  ),
  article(
    4,
    1,
    ["約款の構成", "What the terms consist of"],
    [
      "説明や案内などの文書を契約ごとにまとめて表示します。",
      "Shows the explanations and notices that belong to each contract.",
    ],
  ),
  article(
    5,
    5,
    ["利用契約の成立", "Formation of the contract"],
    [
      "注文書の提出、同意の記録、審査、承諾または謝絶、開始日の確定と連絡を行います。",
      "Handles the order, its consents, review, acceptance or rejection, and the start date.",
    ],
  ),
  article(
    6,
    1,
    ["利用の協力", "Cooperation in use"],
    [
      "お客様への協力依頼を登録し、回答までを追跡します。",
      "Records requests for assistance to the customer and follows them to the answer.",
    ],
  ),
  article(
    7,
    6,
    ["機器の提供・管理", "Provision and care of devices"],
    [
      "接続機器の割当、発送、設置、移設、故障、滅失を一台ごとに管理します。",
      "Follows every connection device: allocation, shipping, installation, moves, faults, loss.",
    ],
  ),
  article(
    8,
    4,
    ["接続機器の返却等", "Return of connection devices"],
    [
      "返却期限を案内し、遅れた機器の回収と費用請求、点検や標識の依頼を扱います。",
      "Gives the return day, handles late recovery and its charge, inspections and labels.",
    ],
  ),
  article(
    9,
    2,
    ["本サービスの変更・解約の方法", "Changing and cancelling the service"],
    [
      "変更とオプション追加の申込みを受け、承諾した時点で反映します。",
      "Takes requests for changes and new options and applies them on acceptance.",
    ],
  ),
  article(
    10,
    2,
    ["利用期間", "Term of use"],
    [
      "利用期間と更新の申出期限を計算し、期限の前にお知らせを送り、申出がなければ更新します。",
      "Works out term and notice day, sends reminders before it and renews where no notice came.",
    ],
  ),
  article(
    11,
    1,
    ["検査", "Inspection"],
    [
      "作業の完了報告から検査期限を示し、合格の署名または異議を受け付けます。",
      "Shows the inspection deadline after completed work; takes a signed acceptance or objections.",
    ],
  ),
  article(
    12,
    2,
    ["料金等", "Fees"],
    [
      "見積書に基づく年額料金を請求し、支払期日を計算します。",
      "Invoices the annual fee of the quote and works out its due day.",
    ],
  ),
  article(
    13,
    2,
    ["届出事項の変更", "Change of registered information"],
    [
      "届出事項の変更を証拠書類とともに受け付け、変更前後の値を残します。",
      "Takes changes of registered information with evidence and keeps old and new values.",
    ],
  ),
  article(
    14,
    7,
    ["本サービスの利用方法等", "How the service is used"],
    [
      "遅延損害金、相殺、再販の承諾、アカウントの安全管理を扱います。",
      "Handles delay damages, set-off, consent to resale and the security of accounts.",
    ],
  ),
  article(
    15,
    3,
    ["禁止事項", "Prohibited acts"],
    [
      "該当する行為を証拠とともに記録し、必要なときに利用の制限や停止を行います。",
      "Records prohibited acts with evidence; staff can restrict or suspend the service.",
    ],
  ),
  article(
    16,
    3,
    ["解除", "Termination"],
    [
      "催告とその期限、停止、解除、期限の利益の喪失を手順として進めます。",
      "Runs formal demand, suspension, termination and the falling due of all debts.",
    ],
  ),
  article(
    17,
    2,
    ["利用契約の中途解約", "Cancellation during the term"],
    [
      "解約の通知日から終了日と残る支払額を計算し、確認のうえで受け付けます。",
      "Works out end day and what remains owed from the day of notice before it is confirmed.",
    ],
  ),
  article(
    18,
    3,
    ["利用契約終了後の措置等", "Measures after the end"],
    [
      "終了後にデータ消去の作業を管理し、消去証明書を発行します。",
      "Runs the erasure of data after the end and issues a certificate of erasure.",
    ],
  ),
  article(
    19,
    4,
    ["本サービスの利用制限", "Restriction of the service"],
    [
      "制限の理由、範囲、開始、解除を記録し、対象のお客様に知らせます。",
      "Records reason, scope, start and lifting of restrictions and tells those affected.",
    ],
  ),
  article(
    20,
    3,
    ["本サービスの廃止", "Discontinuation of the service"],
    [
      "廃止の予告期限を計算し、対象の契約の終了日と精算を扱います。",
      "Works out the last announcement day and the end and settlement of contracts affected.",
    ],
  ),
  article(
    21,
    3,
    ["保証の否認及び責任の制限等", "Disclaimer of warranty and limit of liability"],
    [
      "請求の受付時に、責任の上限額と請求できる期間を担当者に示します。",
      "Shows staff the liability cap and the time bar when a claim comes in.",
    ],
  ),
  article(
    22,
    5,
    ["免責事項", "Exemptions"],
    [
      "注文時に免責事項を確認いただき、計画メンテナンスの予定を公開します。",
      "Has exemptions acknowledged with the order and publishes planned maintenance.",
    ],
  ),
  article(
    23,
    2,
    ["データの取扱い", "Handling of data"],
    [
      "データへのアクセスに関する同意を注文とともに保存します。",
      "Stores the consents to data access with the order.",
    ],
  ),
  article(
    24,
    1,
    ["権利帰属", "Ownership of rights"],
    [
      "権利の帰属について、公開中の約款の該当箇所を表示します。",
      "Shows the part of the published terms on ownership of rights.",
    ],
  ),
  article(
    25,
    5,
    ["資料等の提供及び返還", "Provision and return of materials"],
    [
      "資料の依頼、受領、返却または廃棄を一件ごとに記録します。",
      "Records each material from request and receipt to return or disposal.",
    ],
  ),
  article(
    26,
    2,
    ["著作権、特許権等の侵害に関する補償", "Indemnity for infringement of rights"],
    [
      "権利侵害の申立てを書面で受け付け、対象外の場合を確認します。",
      "Takes written notices of infringement claims and checks the exclusions.",
    ],
  ),
  article(
    27,
    2,
    ["お客様の責任", "Responsibility of the customer"],
    [
      "お客様に責任のある損害を、理由を付けて請求します。",
      "Charges damage for which the customer is responsible, with the reason.",
    ],
  ),
  article(
    28,
    4,
    ["通信の秘密", "Secrecy of communications"],
    [
      "通信情報の利用への同意と、情報を受け取る従事者を契約ごとに管理します。",
      "Keeps the consents and the people entitled to communication information per contract.",
    ],
  ),
  article(
    29,
    1,
    ["再委託", "Subcontracting"],
    ["再委託先の一覧を最新の状態で表示します。", "Shows the current list of subcontractors."],
  ),
  article(
    30,
    6,
    ["秘密保持", "Confidentiality"],
    [
      "文書に秘密の表示と義務の終わる日を付け、口頭開示の書面確認を期限まで追跡します。",
      "Marks documents with their duty's last day and follows written confirmation of oral ones.",
    ],
  ),
  article(
    31,
    1,
    ["権利義務譲渡の禁止", "No assignment without consent"],
    [
      "契約上の地位の譲渡の承諾を扱い、承諾後は譲受人の契約へ引き継ぎます。",
      "Handles consent to an assignment and carries the contract over to the assignee.",
    ],
  ),
  article(
    32,
    4,
    ["反社会的勢力の排除", "Exclusion of anti-social forces"],
    [
      "注文ごとに表明を受け、違反の報告があれば全契約の終了を扱います。",
      "Takes the declaration with each order; a reported breach can end all contracts.",
    ],
  ),
  article(
    33,
    1,
    ["合意管轄裁判所", "Agreed court"],
    [
      "管轄裁判所の定めを、公開中の約款で表示します。",
      "Shows the agreed court in the published terms.",
    ],
  ),
  article(
    34,
    1,
    ["準拠法", "Governing law"],
    [
      "準拠法の定めを、公開中の約款で表示します。",
      "Shows the governing law in the published terms.",
    ],
  ),
  article(
    35,
    1,
    ["協議", "Consultation"],
    [
      "定めのない事項の相談窓口を案内します。",
      "Points to the contact for matters that the terms leave open.",
    ],
  ),
];
