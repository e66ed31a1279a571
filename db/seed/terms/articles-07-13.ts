import type { TermsArticle } from "#db/schema/terms.ts";

/** Articles 7 to 13: connection devices, changes, term, inspection, fees. */
export const articles7To13: readonly TermsArticle[] = [
  {
    number: 7,
    titleJa: "接続機器の貸出しと管理",
    titleEn: "Lending and care of connection devices",
    paragraphs: [
      {
        number: 1,
        ja: "モニタリングVPN接続オプションの申込みを承諾したとき、当社は、インターネットVPNにつなぐための機器（「接続機器」という。）をお客様に貸し出す。",
        en: 'Having accepted an order for the Monitoring VPN Connection Option, we lend the customer a device for an internet VPN connection (the "connection device").',
      },
      {
        number: 2,
        ja: "接続機器の据付けと動作の確認は、原則としてお客様が行う。",
        en: "As a rule, the customer installs the connection device and confirms that it works.",
      },
      {
        number: 3,
        ja: "接続機器はこのオプションメニューに欠かせないものであり、お客様は、借りた接続機器について次の事項を守る。",
        en: "The connection device is indispensable for this option menu. For each device lent to it, the customer shall:",
        items: [
          {
            mark: "(1)",
            ja: "分解したり、壊したり、作り変えたりしないこと",
            en: "not take it apart, damage, alter or rebuild it",
          },
          {
            mark: "(2)",
            ja: "内蔵のソフトウェアを解析し（リバースエンジニアリングを含む。）、写し、作り変え、または配らないこと",
            en: "not analyse (reverse engineer), copy, adapt or distribute its software",
          },
          {
            mark: "(3)",
            ja: "本サービスのため以外に使わないこと",
            en: "not use it for anything but the Service",
          },
          {
            mark: "(4)",
            ja: "売り渡し、貸し出し、再許諾など、処分に当たることをしないこと",
            en: "not sell, resell, lease, sublicense or otherwise dispose of it",
          },
          {
            mark: "(5)",
            ja: "善良な管理者としての注意を払って扱うこと",
            en: "keep it with the care of a good manager",
          },
          {
            mark: "(6)",
            ja: "設置と使用を日本国内に限ること",
            en: "install and use it in Japan only",
          },
          {
            mark: "(7)",
            ja: "許可を得ずに日本から輸出しないこと",
            en: "not export it from Japan without permission",
          },
          {
            mark: "(8)",
            ja: "設置場所を移すときは、前もって当社に届け出て、当社が別に示す手続をとること",
            en: "before moving it to another place, notify us and follow the procedure that we specify",
          },
          {
            mark: "(9)",
            ja: "その手続を終えてから、自らの責任と費用で移すこと",
            en: "after that procedure, move it at its own responsibility and cost",
          },
        ],
      },
      {
        number: 4,
        ja: "貸し出した接続機器に障害や不具合が起きたとき、当社が行う対応は、仕様書に定める範囲に限る。",
        en: "Where a device that we lent fails or is defective, we respond only within the scope laid down in the Specification.",
      },
      {
        number: 5,
        ja: "接続機器の危険は、納入前に生じたものは、お客様に責任がある場合を除いて当社が負い、納入後に生じたものは、当社に責任がある場合を除いてお客様が負う。",
        en: "Risks to the connection device that arise before delivery are borne by us, unless the customer is responsible; those that arise after delivery are borne by the customer, unless we are responsible.",
      },
      {
        number: 6,
        ja: "納入後、当社に責任のない事由で接続機器が滅失し、または失われたとき、利用契約のうちその機器に関する契約と当社の義務は、当然に終わる。この場合、お客様は、当社の請求に従い、機器の回復や修理などに要する費用を支払う。",
        en: "Where, after delivery, a connection device is destroyed or lost for a reason for which we are not responsible, the part of the Contract that concerns that device, and our obligations, end of themselves. The customer pays the cost of restoring, repairing or otherwise making good the device, as we charge it.",
      },
    ],
  },
  {
    number: 8,
    titleJa: "接続機器の返却など",
    titleEn: "Return of connection devices",
    paragraphs: [
      {
        number: 1,
        ja: "本サービスが終わったとき（理由を問わない。）、お客様は、その日から1か月のうちに接続機器を当社に返す。返却が遅れたとき、当社は、自らまたは他者に委ねて接続機器を引き揚げることができ、その費用はお客様の負担とする。",
        en: "When the Service ends, for whatever reason, the customer returns the connection devices to us within one month from that day. If the return is late, we may recover them, ourselves or through others, at the customer's cost.",
      },
      {
        number: 2,
        ja: "当社は、貸し出す接続機器に、それが当社の物であることを表す標識を付けることができる。当社が求めたときは、お客様が標識を付ける。",
        en: "We may attach to a lent connection device a label showing that it belongs to us. If we ask for it, the customer attaches the label.",
      },
      {
        number: 3,
        ja: "接続機器について第三者が権利を言い立て、保全処分や強制執行などで当社の権利が害されるおそれが生じたとき、お客様は、それが当社の物であることを主張し証明して侵害を防ぐよう努めるとともに、直ちに事情を書面で当社に知らせる。",
        en: "Where a third party claims a right to a connection device and our right is at risk from provisional measures, enforcement or the like, the customer asserts and proves that the device is ours, endeavours to prevent the infringement, and at once reports the circumstances to us in writing.",
      },
      {
        number: 4,
        ja: "当社または当社の指定する者が、接続機器の現状、稼働または保管の様子について点検、調査または報告を求めたとき、お客様はこれに応じる。",
        en: "Where we or a person we designate ask to inspect or examine the condition, operation or storage of a connection device, or ask for a report on it, the customer complies.",
      },
    ],
  },
  {
    number: 9,
    titleJa: "変更と解約の手続",
    titleEn: "Changes and cancellation",
    paragraphs: [
      {
        number: 1,
        ja: "本サービスの変更、およびオプションメニューの新規の申込み、追加または変更は、当社の承諾によって成り立つ。",
        en: "A change of the Service, and a new order, addition or change of an option menu, takes effect when we accept it.",
      },
      {
        number: 2,
        ja: "本サービスまたはオプションメニューを解約するときは、第17条の定めによる。",
        en: "Article 17 governs the cancellation of the Service or of an option menu.",
      },
    ],
  },
  {
    number: 10,
    titleJa: "契約の期間",
    titleEn: "Term",
    paragraphs: [
      {
        number: 1,
        ja: "利用期間は、注文書に記したサービス開始日から1年とする。申込みをした後のお客様は、この約款などに特別の定めがある場合でなければ、自らの都合で契約を解除することができない。",
        en: "The term is one year from the service start date stated in the order form. Once it has ordered, the customer can't withdraw from the Contract at will, unless these terms or other provisions give a special ground.",
      },
      {
        number: 2,
        ja: "利用期間の最後の日の2か月前までに、お客様が契約を終えると申し出なければ、利用期間は同じ条件でさらに1年続くものとし、その後もこれを繰り返す。",
        en: "Unless the customer gives notice, not later than two months before the last day of the term, that the Contract shall end, the term is renewed of itself for a further year on the same conditions, and so on thereafter.",
      },
    ],
  },
  {
    number: 11,
    titleJa: "作業の検査",
    titleEn: "Inspection of work",
    paragraphs: [
      {
        number: 1,
        ja: "作業を完了させるためのメニューについて、お客様は、当社が作業を終えてから7日以内に検査する。異議がないときは、そのことを確かめる書面に記名押印し、当社に渡す。",
        en: "For menus whose purpose is the completion of work, the customer inspects the work within seven days after we complete it. If it has no objection, it signs and seals a document confirming this and hands it to us.",
      },
    ],
  },
  {
    number: 12,
    titleJa: "料金と支払",
    titleEn: "Fees and payment",
    paragraphs: [
      {
        number: 1,
        ja: "本サービスの料金の細目は、見積書で定める。",
        en: "The details of the fees for the Service are laid down in the quote.",
      },
      {
        number: 2,
        ja: "当社は、利用が始まった月（自動で更新されたときは、更新された月）の末日までに、前項の料金と、これにかかる消費税等の額を請求書で知らせる。お客様は、請求書の額を、その翌月の末日までに一度に支払う。",
        en: "By the last day of the month in which use began (after automatic renewal, the month of the renewal), we invoice the fees of paragraph 1 with the consumption tax on them. The customer pays the invoiced amount in one sum by the last day of the following month.",
      },
    ],
  },
  {
    number: 13,
    titleJa: "届出事項の変更",
    titleEn: "Changes of registered information",
    paragraphs: [
      {
        number: 1,
        ja: "次のどちらかの変更があったとき、お客様は、遅れることなく当社に届け出て、当社が別に示す手続をとる。",
        en: "The customer notifies us without delay, and follows the procedure that we specify, in the event of:",
        items: [
          {
            mark: "(1)",
            ja: "社名（合併、会社分割などによる変更を含む。）、所在地、メールアドレスなど、申込みに際して届け出た事項の変更",
            en: "a change of its name (by merger, company split or otherwise), its address, its e-mail address or other information registered with the order",
          },
          {
            mark: "(2)",
            ja: "そのほか、当社が届出を求める事項の変更",
            en: "another change of which we ask to be notified",
          },
        ],
      },
      {
        number: 2,
        ja: "この届出がなかったためにお客様が損害を受けても、当社は責任を負わない。",
        en: "We are not liable for damage to the customer that results from the lack of such a notification.",
      },
    ],
  },
];
