import type { TermsArticle } from "#db/schema/terms.ts";

/** Articles 28 to 35: secrecy, subcontracting, confidentiality, assignment, anti-social forces, law. */
export const articles28To35: readonly TermsArticle[] = [
  {
    number: 28,
    titleJa: "通信の秘密",
    titleEn: "Secrecy of communications",
    paragraphs: [
      {
        number: 1,
        ja: "当社は、通信の秘密に当たるお客様の情報を、電気通信事業法第4条に従って取り扱う。",
        en: "We handle information of the customer that falls under the secrecy of communications in compliance with Article 4 of the Telecommunications Business Act of Japan.",
      },
      {
        number: 2,
        ja: "前項の下で、当社は、お客様の同意があるとき、第29条の再委託に必要であるなど正当な業務として行うとき、および法令（当社の事業の監督官庁が示す指針やガイドラインを含む。）によって許されるときに限り、通信の秘密を知り、利用し、または第三者に開示することがある。利用には、当社の設備とお客様の通信の安全のために通信記録を統計として処理し、得られた知見を、個々の通信が分からない形にしてお客様に知らせ、または公にすることを含む。お客様は、前もってこれらに同意する。",
        en: "Subject to paragraph 1, we may learn, use or disclose to third parties what is protected by that secrecy only where the customer consents, where it is a legitimate business act, such as one necessary for subcontracting under Article 29, or where the law (guidelines of the authorities supervising our business included) allows it. Use includes the statistical processing of communication records for the safety of our equipment and of the customer's communications, and telling customers or publishing the findings in a form in which no single communication can be identified. The customer agrees to this in advance.",
      },
      {
        number: 3,
        ja: "セキュリティインシデントを調べるなど、本サービスの提供に当たって客観的に見て必要な場合（「インシデント調査」という。）に、お客様の役員または従業員の通信に関する情報（「通信情報」という。）を当社が集め、利用することについて、お客様は前もって同意する。",
        en: 'The customer agrees in advance that, where it is judged objectively necessary in providing the Service, such as for the investigation of a security incident (an "incident investigation"), we collect and use information on communications of the customer\'s officers or employees ("communication information").',
      },
      {
        number: 4,
        ja: "当社から通信情報を受け取るとき、お客様は、インシデント調査に欠かせない最小限の役員または従業員（「従事者」という。）だけに開示し、またはアクセスを許し、調査に携わる間だけでなく終わった後も、従事者に秘密を守る義務を負わせる。お客様は、善良な管理者の注意を払って通信情報を管理し、インシデント調査のほかの目的に使わず、第三者に渡さない。",
        en: 'Where we give communication information to the customer, it discloses it, or allows access to it, only to the fewest officers or employees necessary for the incident investigation (the "persons engaged"), and binds them to confidentiality both while they are engaged in it and afterwards. The customer keeps communication information with the care of a good manager, does not use it for purposes other than the incident investigation and does not pass it to third parties.',
      },
    ],
  },
  {
    number: 29,
    titleJa: "再委託",
    titleEn: "Subcontracting",
    paragraphs: [
      {
        number: 1,
        ja: "当社は、自らが指定する第三者に、本サービスの全部または一部の業務を再び委託することができる。その場合も、委託先が行う業務については、当社がお客様に責任を負う。",
        en: "We may subcontract the Service, in whole or in part, to third parties that we designate. We remain responsible to the customer for the work that the subcontractor carries out.",
      },
    ],
  },
  {
    number: 30,
    titleJa: "秘密の保持",
    titleEn: "Confidentiality",
    paragraphs: [
      {
        number: 1,
        ja: "お客様と当社は、本サービスの履行に当たって知った相手方の技術、営業その他の情報（形があるかどうかを問わない。）で、次のどちらかに当たるもの（「秘密情報」という。）を、相手方が前もって書面で承諾しない限り、本サービスの遂行に欠かせない最小限の自社の役員と従業員のほかに開示し、または漏らしてはならず、また、本サービスの履行のほかの目的に使ってはならない。当社の役員と従業員には、当社のグループ会社、第29条の委託先および基本的サービスを提供する者の役員と従業員を含む。",
        en: 'Neither party shall, without the other\'s prior written consent, disclose or leak the following technical, business or other information of the other, tangible or not, learned in performing the Service ("confidential information") to anyone but the fewest of its own officers and employees necessary for the Service, nor use it for any purpose other than performing the Service. Our officers and employees include those of our group companies, of subcontractors under Article 29 and of providers of underlying services.',
        items: [
          {
            mark: "(1)",
            ja: "秘密であることをはっきり示した図面、技術資料などの文書または電子媒体で開示されるもの",
            en: "What is disclosed in drawings, technical documents or other papers, or on electronic media, that are clearly marked as confidential",
          },
          {
            mark: "(2)",
            ja: "秘密であると先に告げて口頭で開示され、その後30日以内に、書面で秘密と指定されたもの",
            en: "What is disclosed orally after being stated to be confidential, and is designated as confidential in writing within thirty days after the disclosure",
          },
        ],
      },
      {
        number: 2,
        ja: "前項にかかわらず、次のどれかに当たる情報は、秘密情報に含まない。",
        en: "Notwithstanding paragraph 1, confidential information does not include information that:",
        items: [
          {
            mark: "(1)",
            ja: "開示され、または知った（「開示等」という。）時に公に知られていたもの、または開示等の後に、受け取った側の責任によらずに公に知られたもの",
            en: "was public when it was disclosed or learned, or became public afterwards without fault of the party that received it",
          },
          {
            mark: "(2)",
            ja: "開示等の時に、受け取った側がもう持っていたもの",
            en: "was already held by the party that received it",
          },
          {
            mark: "(3)",
            ja: "秘密を守る義務を負わずに、第三者から適法に得たもの",
            en: "was lawfully obtained from a third party without a duty of confidentiality",
          },
          {
            mark: "(4)",
            ja: "受け取った側が、開示等を受けた情報に頼らず、自ら開発したもの",
            en: "was developed by the party that received it, independently of the information received",
          },
        ],
      },
      {
        number: 3,
        ja: "行政機関や司法機関の判決、決定、命令、処分などの判断、または法令によって秘密情報を開示するよう求められた側は、第1項にかかわらず、相手方に知らせた後、求めた者に秘密であることをはっきり示し、必要で最小限の範囲に限って開示することができる。前もって知らせることが難しいときは、開示の後、速やかに知らせる。",
        en: "Notwithstanding paragraph 1, a party that is required to disclose confidential information by an order, measure, judgment, decision or other ruling of an administrative or judicial authority or by law may disclose it to the least extent necessary, after notifying the other party and stating to whoever requires it that it is confidential. Where it is difficult to notify beforehand, the party notifies without delay afterwards.",
      },
      {
        number: 4,
        ja: "当社は、本サービスの実施に要る限りで、お客様の秘密情報の写しを作ることができる。",
        en: "We may copy the customer's confidential information as far as necessary for carrying out the Service.",
      },
      {
        number: 5,
        ja: "お客様と当社は、本サービスの履行に伴って扱う個人情報（個人情報保護法第2条第1項にいうものをいう。）を、契約の期間中も、期間が終わった後も、第三者に開示し、または漏らしてはならない。ただし、本人が承諾したとき、または法令に定めがあるときは別とする。",
        en: "Neither party shall disclose or leak to third parties the personal information (as defined in Article 2, paragraph 1, of the Act on the Protection of Personal Information) that it handles in performing the Service, neither during the term of the Contract nor after it, except with the consent of the person concerned or where the law provides otherwise.",
      },
      {
        number: 6,
        ja: "この条の義務は、秘密情報の開示を受けてから3年の間続く。前項の個人情報については、期限なく続く。",
        en: "The duties of this Article last for three years after the disclosure of the confidential information. For the personal information of paragraph 5 they last without limit.",
      },
    ],
  },
  {
    number: 31,
    titleJa: "権利と義務の譲渡の禁止",
    titleEn: "No assignment",
    paragraphs: [
      {
        number: 1,
        ja: "お客様と当社は、相手方が前もって書面で承諾した場合でなければ、利用契約における地位を第三者に譲り、または引き継がせてはならず、利用契約から生じる権利や義務の全部または一部を、第三者に譲り、担保に供し、または引き受けさせてもならない。",
        en: "Unless the other party has consented beforehand in writing, neither party shall assign or transfer its position under the Contract to a third party, nor assign to a third party, pledge or have a third party assume rights or duties arising from the Contract, in whole or in part.",
      },
    ],
  },
  {
    number: 32,
    titleJa: "反社会的勢力の排除",
    titleEn: "Exclusion of anti-social forces",
    paragraphs: [
      {
        number: 1,
        ja: "お客様と当社は、それぞれ次のことを表明し、保証する。",
        en: "Each party represents and warrants the following.",
        items: [
          {
            mark: "(1)",
            ja: "自社とその役員が、過去、現在、将来のいずれにおいても反社会的勢力（暴力団、その関係企業、総会屋、社会運動などを装ってゆすりを行う者、特殊な知能暴力の集団、これらに準じる者などをいい、団体か個人かを問わない。）でないこと",
            en: "Neither it nor its officers were, are or will be anti-social forces (including, without limitation, organised crime groups, companies related to them, corporate racketeers, extortionists under the guise of social movements, special intellectual crime groups and the like, be they groups or individuals)",
          },
          {
            mark: "(2)",
            ja: "自社もその役員も、反社会的勢力を用いないこと",
            en: "Neither it nor its officers make use of anti-social forces",
          },
          {
            mark: "(3)",
            ja: "自社もその役員も、資金を出すなどして反社会的勢力の維持や運営を助けないこと",
            en: "Neither it nor its officers help to maintain or run anti-social forces, by funding them or otherwise",
          },
          {
            mark: "(4)",
            ja: "自社もその役員も、社会から非難されるような関係を反社会的勢力との間に持たないこと",
            en: "Neither it nor its officers have socially reprehensible relations with anti-social forces",
          },
          {
            mark: "(5)",
            ja: "自社もその役員も、自らまたは第三者を使って、相手方に暴力的な要求や、法的な責任を超える不当な要求をせず、相手方の業務を妨げず、その名誉や信用を傷つけないこと",
            en: "Neither it nor its officers, themselves or through third parties, make violent demands or unjust demands beyond legal responsibility on the other party, harm its honour or reputation, or obstruct its business",
          },
          {
            mark: "(6)",
            ja: "反社会的勢力から不正な要求や不当な要求を受けたときは、警察や弁護士など外部の専門機関の助けを得て、経営者も含め会社を挙げて断固として退けること",
            en: "It firmly refuses wrongful or unjust demands of anti-social forces as a whole company, management included, with the help of the police, lawyers or other outside experts",
          },
        ],
      },
      {
        number: 2,
        ja: "前項のどれかに反する事実が明らかになったとき、お客様と当社は、直ちに相手方に知らせる。",
        en: "Where a fact contrary to paragraph 1 comes to light, the party concerned notifies the other at once.",
      },
      {
        number: 3,
        ja: "相手方がこの条に違反したとき、お客様と当社は、催告することなく、両者の間で結んだ契約の全部を直ちに解除することができる。",
        en: "Where one party breaches this Article, the other may terminate at once, without any demand, all contracts concluded between them.",
      },
      {
        number: 4,
        ja: "相手方の違反によって損害を受けた側は、相手方に賠償を求めることができる。前項の解除によって相手方に損害が生じても、解除した側は責任を負わない。",
        en: "A party that suffers damage from the other's breach of this Article may claim compensation. It is not liable for damage to the other that results from termination under paragraph 3.",
      },
    ],
  },
  {
    number: 33,
    titleJa: "裁判の管轄",
    titleEn: "Jurisdiction",
    paragraphs: [
      {
        number: 1,
        ja: "本サービスに関して訴えを起こす必要が生じたときは、東京地方裁判所だけを第一審の裁判所とすることに合意する。",
        en: "Where litigation concerning the Service becomes necessary, the Tokyo District Court has exclusive jurisdiction in the first instance by agreement.",
      },
    ],
  },
  {
    number: 34,
    titleJa: "準拠する法律",
    titleEn: "Governing law",
    paragraphs: [
      {
        number: 1,
        ja: "本サービスには日本の法律を適用する。",
        en: "The Service is governed by the law of Japan.",
      },
    ],
  },
  {
    number: 35,
    titleJa: "話合いによる解決",
    titleEn: "Consultation",
    paragraphs: [
      {
        number: 1,
        ja: "この約款に定めのない事柄や、本サービスについての疑問が生じたときは、当事者が信義に従い、誠実に話し合って解決する。",
        en: "Matters not provided for in these terms, and doubts concerning the Service, are settled by the parties in consultation and good faith.",
      },
    ],
  },
];
