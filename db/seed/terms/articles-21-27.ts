import type { TermsArticle } from "#db/schema/terms.ts";

/** Articles 21 to 27: liability, data, rights, materials. */
export const articles21To27: readonly TermsArticle[] = [
  {
    number: 21,
    titleJa: "保証をしないことと責任の限度",
    titleEn: "No warranty; limit of liability",
    paragraphs: [
      {
        number: 1,
        ja: "本サービスの機能は、提供する時点で当社が提供できるものとする。当社は、本サービスが特定の目的に合うこと、期待された機能、商品としての価値、正確さ、有用さまたは成果を備えること、セキュリティが完全であること、不具合がないこと、利用の結果その他本サービスに関するどのような事柄についても、保証をしない。",
        en: "The functions of the Service are those that we can provide at the time of provision, as they are. We give no warranty concerning the Service: neither that it suits a particular purpose, nor that it has the expected functions, merchantable value, accuracy, usefulness or results, nor that its security is complete, nor that it is free of defects, nor as to the results of its use.",
      },
      {
        number: 2,
        ja: "何らかの理由で当社が責任を負う場合も、その額は、請求の原因や法律構成（債務不履行、不当利得、不法行為など）を問わず、お客様の損害の全部を通じて、お客様が本サービスに支払う年額の12分の1までとする。付随的、間接、特別、拡大または将来の損害と、逸失利益の損害について、当社は責任を負わない。",
        en: "Where we are liable for whatever reason, our liability for all damage to the customer, whatever the cause of action or legal theory (non-performance, unjust enrichment, tort or other), is limited to one twelfth of the customer's annual payments for the Service. We are not liable for incidental, indirect, special, extended or future damage, nor for lost profits.",
      },
      {
        number: 3,
        ja: "前項の賠償は、損害を招いた事実が起きた時から1年のうちに請求しなければ、もう求めることができない。",
        en: "Damages under paragraph 2 can no longer be claimed unless the claim is made within one year from the event that caused the damage.",
      },
    ],
  },
  {
    number: 22,
    titleJa: "責任を負わない場合",
    titleEn: "Exemptions",
    paragraphs: [
      {
        number: 1,
        ja: "本サービスは、第三者の不正アクセスによる被害を完全に防ぐと約束するものではなく、不正アクセスによる損害を埋め合わせるものでもない。次のことその他の事由でお客様に損害が生じても、当社は責任を負わない。",
        en: "The Service neither fully guarantees that the customer suffers no harm from unauthorised access by third parties, nor makes good damage from such access. We are not liable for damage to the customer from the following or other causes.",
        items: [
          {
            mark: "(1)",
            ja: "不正アクセスにより、情報機器（ハードウェアとソフトウェア）が壊れること",
            en: "Unauthorised access that breaks information devices (hardware or software)",
          },
          {
            mark: "(2)",
            ja: "不正アクセスにより、情報が漏れること",
            en: "Unauthorised access that leaks information",
          },
          {
            mark: "(3)",
            ja: "不正アクセスにより、ネットワークの機能が止まること",
            en: "Unauthorised access that stops network functions",
          },
          {
            mark: "(4)",
            ja: "不正アクセスにより、第三者に賠償責任を負うこと",
            en: "Liability to third parties as a result of unauthorised access",
          },
          { mark: "(5)", ja: "情報を記録した媒体が壊れること", en: "Damage to information media" },
        ],
      },
      {
        number: 2,
        ja: "本サービスは、端末にあるセキュリティ上の危険をすべて見つけると約束するものではない。端末の状態によって誤った検出が起こり得ることを、お客様は前もって受け入れる。",
        en: "The Service does not guarantee that it detects every security risk on terminals. The customer accepts in advance that false detections may occur, depending on the state of a terminal.",
      },
      {
        number: 3,
        ja: "本サービスのためにサーバーやデータが壊れたとき、原因を突き止めること、およびお客様と第三者の損害や損失について、当社は責任を負わない。",
        en: "Where the Service causes damage to servers or data, we are responsible neither for identifying the cause nor for the damage or loss of the customer or third parties.",
      },
      {
        number: 4,
        ja: "NDR製品に関わる回線の障害または保守のために本サービスが中断し、または行えないときも、当社は責任を負わず、お客様は引き続き料金の支払義務を負う。",
        en: "We are not liable where the Service is interrupted or can't be carried out because of line failures or maintenance concerning the NDR product, and the customer still owes the fees.",
      },
      {
        number: 5,
        ja: "この約款の他の定めにかかわらず、次の事由が生じ、または生じるおそれがあるとき、当社は、本サービスの提供の全部または一部を止め、または中断することができる。そのためにお客様が損害を受けても、当社は、請求の原因を問わず、賠償の責任を負わない。",
        en: "Notwithstanding other provisions of these terms, where one of the following occurs or threatens to occur, we may stop or interrupt the Service in whole or in part, and are not liable, on whatever cause of action, for damage to the customer that results.",
        items: [
          {
            mark: "(1)",
            ja: "天災、戦争、内乱、暴動、テロなどの不可抗力、法令の制定や改廃、交通など輸送の事情、公権力による命令や処分、停電、ストライキ、輸送機関に起きた事故、または機械、認証の仕組み、データ処理、通信の設備や経路の故障など",
            en: "Natural disaster, war, riot, civil disturbance, terrorism or other force majeure; enactment, amendment or repeal of laws; traffic and other conditions of transport; orders or measures of public authority; strikes; power failure; accidents of carriers; failure of machines, of authentication systems, of data processing, of communication systems or links; and the like",
          },
          {
            mark: "(2)",
            ja: "通信回線に障害が起き、お客様のデータが消え、または失われたこと",
            en: "Erasure or loss of the customer's data through failure of communication lines",
          },
          {
            mark: "(3)",
            ja: "当社に責任のないシステム障害のために、お客様が当社に送ったデータが届かず、または遅れて届いたこと",
            en: "Data sent to us by the customer that do not arrive, or arrive late, because of system failures for which we are not responsible",
          },
          {
            mark: "(4)",
            ja: "計画された保守（システムの定期保守を、おおむね月に1回行う。）",
            en: "Planned maintenance (regular system maintenance is carried out about once a month)",
          },
          {
            mark: "(5)",
            ja: "業務を止め、または制限するよう命じる、行政機関または司法機関の命令",
            en: "An order of an administrative or judicial authority to stop or restrict business",
          },
          {
            mark: "(6)",
            ja: "本サービスの基礎となる第三者のサービス（「基本的サービス」という。通信事業者の通信サービス、データセンターのサービス、設備、機器またはソフトウェアなどを作る者のサービスをはじめ、本サービスの提供に必要なものをいう。）の不具合に関わる事由",
            en: 'Defects of an underlying service: a service of a third party that we need to provide the Service, such as communication services of carriers, data centre services, and services of those who develop or make equipment, devices or software ("underlying services")',
          },
          {
            mark: "(7)",
            ja: "権限のない者による利用、または第三者による攻撃もしくは不正な行い",
            en: "Use by persons without authority, or attacks or wrongful acts of third parties",
          },
        ],
      },
    ],
  },
  {
    number: 23,
    titleJa: "データの取扱い",
    titleEn: "Handling of data",
    paragraphs: [
      {
        number: 1,
        ja: "お客様は、当社が本サービスを提供するに当たり、お客様のNDR製品が集めたデータにアクセスすることに、前もって同意する。",
        en: "The customer agrees in advance that, in providing the Service, we access the data collected on the customer's NDR product.",
      },
      {
        number: 2,
        ja: "お客様が本サービスを通して送ったデータやログなどの情報を、本サービスの保全、管理、復旧、改善などのために必要かつ相当な範囲で、当社が確かめ、使うことがある。お客様は、前もってこれに同意したものとみなす。",
        en: "We may examine and use data, logs and other information that the customer transmits through the Service, as far as necessary and reasonable for purposes such as preserving, managing, restoring or improving the Service. The customer is taken to have agreed to this in advance.",
      },
    ],
  },
  {
    number: 24,
    titleJa: "権利の帰属",
    titleEn: "Ownership of rights",
    paragraphs: [
      {
        number: 1,
        ja: "本サービスに関わる知的財産権（著作権を含む。）は、すべて当社か、当社に使用を許した者が持つ。この約款によって本サービスの利用を認めることは、これらの権利の使用を許すことを意味しない。",
        en: "All intellectual property rights in the Service, copyrights included, belong to us or to those who license them to us. Permission to use the Service under these terms is no licence of those rights.",
      },
    ],
  },
  {
    number: 25,
    titleJa: "資料などの提供と返還",
    titleEn: "Provision and return of materials",
    paragraphs: [
      {
        number: 1,
        ja: "本サービスのために要る機器（ソフトウェアを含む。以下この条で同じ。）、資料または情報（試験用のデータを含む。以下この条で同じ。）などを当社が求めたとき、お客様は、速やかに、貸し、開示するなどして当社に提供する。",
        en: "Where we ask for materials, information (here and below including test data), devices (here and below including software) or the like that the Service requires, the customer lends, discloses or otherwise provides them to us without delay.",
      },
      {
        number: 2,
        ja: "本サービスに必要なことが明らかなものは、前項の求めを待たずに、お客様が当社に提供する。",
        en: "Notwithstanding paragraph 1, what is judged to be naturally necessary for the Service is provided by the customer even if we do not ask for it.",
      },
      {
        number: 3,
        ja: "前二項により提供するもの（「お客様提供資料等」という。）の提供がされず、遅れ、または誤っていたときは、そのために当社の履行が遅れるなどしても、当社は責任を負わない。",
        en: 'Where what is to be provided under paragraphs 1 and 2 (the "customer\'s materials") is not provided, late or wrong, we are not liable for our delay in performance or other consequences.',
      },
      {
        number: 4,
        ja: "お客様提供資料等を使ったために、第三者から当社に権利侵害の申立てがされるなどの問題が起きたときは、お客様がその解決に当たって当社に迷惑を及ぼさず、当社は責任を負わない。",
        en: "Where use of the customer's materials leads to a third party's claim of infringement against us or a similar problem, the customer resolves it and keeps us free from trouble, and we bear no liability.",
      },
      {
        number: 5,
        ja: "お客様提供資料等が要らなくなったとき、解約、解除その他によって利用契約が終わったとき、またはお客様から返すよう求められたとき、当社は、遅れることなくこれを返し、または廃棄する。",
        en: "We return or dispose of the customer's materials without delay when they are no longer needed, when the Contract is cancelled, terminated or otherwise ends, or when the customer asks for their return.",
      },
    ],
  },
  {
    number: 26,
    titleJa: "知的財産権の侵害への対応",
    titleEn: "Indemnity for infringement",
    paragraphs: [
      {
        number: 1,
        ja: "本サービスの実施が第三者の知的財産権（特許、実用新案などの権利）を侵し、またはそのおそれがあるとして、その第三者とお客様の間に争いが起きたときは、当社が、自らの費用と責任で解決に当たる。これは、お客様が速やかに書面で当社に知らせ、かつ、解決に必要な権限の全部と十分な情報を当社に与えることを条件とする。このとき当社が負う責任は、第21条第2項に定める範囲までとする。",
        en: "Where a third party disputes with the customer that carrying out the Service infringes, or risks infringing, its patent, utility model or other intellectual property right, we resolve the dispute at our own cost and responsibility, on condition that the customer notifies us in writing without delay and gives us all authority, and sufficient information, needed to resolve it. Our liability does not exceed the limit of Article 21, paragraph 2.",
      },
      {
        number: 2,
        ja: "侵害が次のどちらかに当たるときは、前項を用いず、お客様が自らの責任と費用で争いを解決する。",
        en: "Paragraph 1 does not apply, and the customer resolves the dispute at its own responsibility and cost, where the infringement:",
        items: [
          {
            mark: "(1)",
            ja: "お客様に責任のある事由から生じたとき",
            en: "arises from a cause attributable to the customer",
          },
          {
            mark: "(2)",
            ja: "日本の外における第三者の権利に関するとき",
            en: "concerns a third party's right outside Japan",
          },
        ],
      },
    ],
  },
  {
    number: 27,
    titleJa: "お客様の負う責任",
    titleEn: "Liability of the customer",
    paragraphs: [
      {
        number: 1,
        ja: "お客様が本サービスを利用したことに関し、第三者が当社に異議を申し立て、その原因についてお客様に責任があるとき、お客様は、自らの費用で当社を守り、当社に責任が及ばないようにする。これによって当社が損害を受けたとき、お客様はその損害を賠償する。",
        en: "Where a third party raises a claim against us because of the customer's use of the Service, and its cause is attributable to the customer, the customer defends us at its own cost and holds us harmless. It compensates the damage that we suffer.",
      },
      {
        number: 2,
        ja: "お客様が、本サービスを利用したことに関し、自らに責任のある事由で当社または第三者に損害を与えたとき、お客様は、損害を受けた者にこれを賠償する。",
        en: "Where, through its use of the Service and for a cause attributable to it, the customer causes damage to us or to a third party, it compensates whoever suffered it.",
      },
    ],
  },
];
