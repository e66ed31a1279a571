import type { TermsArticle } from "#db/schema/terms.ts";

/** Articles 14 to 15: manner of use, prohibited acts. */
export const articles14To15: readonly TermsArticle[] = [
  {
    number: 14,
    titleJa: "利用の方法と費用",
    titleEn: "Manner and cost of use",
    paragraphs: [
      {
        number: 1,
        ja: "本サービスを利用できる場所は、別の定めがない限り、日本の国内だけとする。",
        en: "Unless otherwise laid down, the Service can be used in Japan only.",
      },
      {
        number: 2,
        ja: "設備、機器、ソフトウェア、通信回線など、本サービスを使うためにかかる費用は、すべてお客様が負担する。",
        en: "All costs of using the Service, such as those of equipment, devices, software and communication lines, are borne by the customer.",
      },
      {
        number: 3,
        ja: "お客様は、見積書に定める利用料金などを期日までに支払う。期日を過ぎても支払わないときは、その翌日から支払を終えた日まで、年14.6パーセントの率で日割りにした遅延損害金を添えて、直ちに支払う。消費税と地方消費税（「消費税等」という。）は、法令が改められて税率が変わったときは、新しい税率で計算する。",
        en: 'The customer pays the fees for use and other sums laid down in the quote by the due date. If it fails to pay by then, it pays at once, with delay damages at 14.6 percent a year, reckoned by the day, from the day after the due date to the day on which payment is completed. Where the law changes the rate of consumption tax and local consumption tax ("consumption tax"), the new rate is used.',
      },
      {
        number: 4,
        ja: "当社がお客様に対して債務を負うとき、当社は、お客様に対する債権を、その弁済期がいつであるかにかかわらず、対当額で相殺に用いることができる。",
        en: "Where we owe the customer a debt, we may set off against it, up to the same amount, a claim that we have on the customer, whenever that claim falls due.",
      },
      {
        number: 5,
        ja: "お客様は、当社が前もって書面で承諾した場合でなければ、本サービスの全部または一部を第三者に売り、再び販売し、貸し出し、または再許諾するなどしてはならない。",
        en: "Unless we have consented beforehand in writing, the customer shall not sell, resell, lease, sublicense or otherwise pass on the whole or a part of the Service to third parties.",
      },
      {
        number: 6,
        ja: "本サービスの環境に登録し、または保存したデータなどのうち重要と考えるものは、お客様が自らの責任で複製して保管する。データなどが消え、失われ、または壊れたときは、当社に責任があるかどうかを問わず、当社は責任を負わない。",
        en: "The customer backs up, at its own responsibility, those data registered or stored in the environment of the Service that it considers important. For data that are erased, lost or damaged we are not liable, whether or not the cause is attributable to us.",
      },
      {
        number: 7,
        ja: "お客様は、当社が渡したIDとパスワードを、自らの責任で正しく使い、厳しく管理して保管する。管理の不足、使い方の誤り、他者による使用など（あわせて「第三者による使用等」という。）からお客様または他者に損害が生じても、当社は責任を負わない。第三者による使用等から生じた利用料金と当社の損害は、すべてお客様が負担し、または償う。",
        en: 'The customer uses the IDs and passwords that we issue properly and keeps them strictly, at its own responsibility. We are not liable for damage to the customer or others from insufficient care, mistaken use or use by third parties (together "third-party use"). Fees for use, and damage to us, that arise from third-party use are borne or made good by the customer in full.',
      },
    ],
  },
  {
    number: 15,
    titleJa: "してはならない行為",
    titleEn: "Prohibited acts",
    paragraphs: [
      {
        number: 1,
        ja: "お客様は、本サービスを使うに当たり、次のことをしてはならない。",
        en: "In using the Service, the customer shall not do any of the following.",
        items: [
          {
            mark: "(1)",
            ja: "本サービスの運営を邪魔すること",
            en: "Obstruct the operation of the Service",
          },
          {
            mark: "(2)",
            ja: "本サービス上にある情報を書き換えること",
            en: "Falsify information on the Service",
          },
          {
            mark: "(3)",
            ja: "本サービスに害を及ぼすコンピュータプログラムなどを送り、または書き込むこと",
            en: "Send or write programs or the like that are harmful to the Service",
          },
          {
            mark: "(4)",
            ja: "他人名義または偽りのIDやパスワードを使うこと",
            en: "Use an ID or password that is false or in another's name",
          },
          {
            mark: "(5)",
            ja: "他人になりすまして情報を送り、または書き込むこと",
            en: "Send or write information while posing as somebody else",
          },
          {
            mark: "(6)",
            ja: "著作権その他の知的財産権（権利を得るための権利、および登録などを出願する権利を含む。以下同じ。）を侵し、または侵すおそれのあること。当社のものか第三者のものかを問わない。",
            en: "Infringe, or risk infringing, copyrights or other intellectual property rights, ours or those of third parties (here and below including the rights to acquire such rights and to apply for their registration or the like)",
          },
          {
            mark: "(7)",
            ja: "当社や他者を中傷し、または名誉もしくは信用を傷つけること",
            en: "Defame us or others, or harm our or their honour or reputation",
          },
          {
            mark: "(8)",
            ja: "当社や他者の財産またはプライバシーを侵し、または侵すおそれのあること",
            en: "Infringe, or risk infringing, our or others' property or privacy",
          },
          {
            mark: "(9)",
            ja: "本サービスに関して当社や第三者が提供する製品、ソフトウェアまたはコンテンツなどについて、当社の許しなく、複製、翻案、公衆送信（送信できる状態に置くことを含む。）、改造、逆アセンブル、逆コンパイルその他のリバースエンジニアリングなどを行うこと",
            en: "Without our permission copy, adapt, transmit to the public (making transmittable included), alter, disassemble, decompile or otherwise reverse engineer products, software, content or the like that we or third parties provide for the Service",
          },
          {
            mark: "(10)",
            ja: "当社のネットワークやシステムなどに不正に入り込み、またはそれを試みること",
            en: "Gain or attempt unauthorised access to our networks, systems or the like",
          },
          {
            mark: "(11)",
            ja: "ほかの利用者に関する情報を集めること",
            en: "Collect information on other users of the Service",
          },
          {
            mark: "(12)",
            ja: "公序良俗に背く情報、文書、図形などを公にすること",
            en: "Publish information, documents, images or the like that offend public order and morals",
          },
          {
            mark: "(13)",
            ja: "大量破壊兵器や通常兵器などを開発し、製造し、または使うため、その他軍事に関わる目的のために利用すること",
            en: "Use the Service to develop, manufacture or use weapons of mass destruction, conventional weapons or the like, or for other military purposes",
          },
          {
            mark: "(14)",
            ja: "原子力施設、航空機などの大量輸送の仕組み、生命維持に用いる医療機器などの制御のように、本サービスの不具合や停止が人の命や身体に重い危険を及ぼす用途に、安全を確保する特別な措置をとらずに利用すること",
            en: "Use the Service, without special safety measures, where its defect or stoppage would gravely endanger life or limb, such as for the control of nuclear facilities, of aircraft or other mass transport, or of life-supporting medical devices",
          },
          {
            mark: "(15)",
            ja: "ここまでに挙げたもののほか、法令に反し、または反するおそれのあること",
            en: "Do anything else that breaks, or might break, the law",
          },
          {
            mark: "(16)",
            ja: "ここまでに挙げたことを、直接または間接に引き起こし、または容易にすること",
            en: "Cause or facilitate any of the above, directly or indirectly",
          },
          {
            mark: "(17)",
            ja: "以上に当たらなくても、適切でないと当社が判断すること",
            en: "Do anything else that we judge inappropriate",
          },
        ],
      },
      {
        number: 2,
        ja: "お客様が前項のどれかに当たることをし、またはこの約款に違反したとき、当社は、知らせることも催告することもなく、その利用を制限し、または止めることができる。",
        en: "Where the customer does anything named in paragraph 1, or breaches these terms, we may restrict or suspend its use of the Service without any notice or demand.",
      },
      {
        number: 3,
        ja: "前項の措置のために本サービスを使えず、お客様が損害を受けたとしても、当社は責任を負わない。",
        en: "We are not liable for damage to the customer from being unable to use the Service as a result of that measure.",
      },
    ],
  },
];
