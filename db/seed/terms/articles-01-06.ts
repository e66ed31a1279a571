import type { TermsArticle } from "#db/schema/terms.ts";

/** Articles 1 to 6: scope, amendment, formation of the Contract, cooperation. */
export const articles1To6: readonly TermsArticle[] = [
  {
    number: 1,
    titleJa: "約款の適用範囲",
    titleEn: "Scope of these terms",
    paragraphs: [
      {
        number: 1,
        ja: "この約款は、青葉セキュリティ株式会社またはそのグループ会社（いずれも「当社」という。）が提供するマネージドNDRサービス（「本サービス」という。）について定める。本サービスを利用することに関する事柄には、すべてこの約款が当てはまる。",
        en: 'These terms govern the Managed NDR Service (the "Service") provided by Aoba Security Inc. or a company of its group (each of them "we" or "Aoba"). They apply to everything that concerns the use of the Service.',
      },
      {
        number: 2,
        ja: "本サービスの中身は、この約款のほか、サービス仕様書と、案件ごとに作る個別条件書（二つをあわせて「仕様書」という。）で定める。",
        en: 'What the Service consists of is laid down in these terms and in the service specification and the individual conditions drawn up for each case (together the "Specification").',
      },
      {
        number: 3,
        ja: "この約款と仕様書が食い違うときは、仕様書の定めに従う。個別条件書は、サービス仕様書に優先する。",
        en: "Where these terms and the Specification differ, the Specification prevails. Individual conditions prevail over the service specification.",
      },
    ],
  },
  {
    number: 2,
    titleJa: "用語",
    titleEn: "Definitions",
    paragraphs: [
      {
        number: 1,
        ja: "この約款で用いる言葉の意味は、次のとおりとする。",
        en: "In these terms the following words have the following meanings.",
        items: [
          {
            mark: "・",
            ja: "本サービス：お客様が持つNDR製品について、セキュリティの運用をお客様に代わって行い、お客様の手間を減らして生産性の維持を助けるもの。当社のアナリストが1日24時間、年中無休で、パブリッククラウド上のNDR製品を使って疑わしい端末を割り出し、緊急度に見合った形でお客様に知らせる監視と分析のサービスをいう。",
            en: "Service: we take over the security operation of the customer's NDR product, to relieve the customer of work and help it stay productive. Round the clock, on every day of the year, our analysts use the NDR product in the public cloud to track down suspicious terminals, and notify the customer according to urgency. It is a service of security monitoring and analysis.",
          },
          {
            mark: "・",
            ja: "基本メニュー：本サービスを利用するときに欠かさず購入していただく、基本の機能を持つメニューをいう。",
            en: "Basic menu: the menu with the basic functions, which everyone who uses the Service must buy.",
          },
          {
            mark: "・",
            ja: "オプションメニュー：基本メニューがあることを前提に、必要な追加の機能ごとに選んでいただくメニューをいう。",
            en: "Option menu: a menu that adds one further function and may be chosen, where needed, by those who have the basic menu.",
          },
        ],
      },
    ],
  },
  {
    number: 3,
    titleJa: "約款と仕様書の改定",
    titleEn: "Amendment of terms and Specification",
    paragraphs: [
      {
        number: 1,
        ja: "当社は、この条の定めに沿う限り、お客様（この約款に同意し、本サービスを利用するための契約（「利用契約」という。）を当社と結んだ者をいう。）の個別の承諾がなくても、この約款と仕様書を改めることができる。改めた後の利用条件は、新しい約款と仕様書による。",
        en: 'As long as we keep to this Article, we may amend these terms and the Specification without the individual consent of the customer (whoever has agreed to these terms and concluded with us a contract on using the Service, the "Contract"). The conditions of use are then those of the amended terms and Specification.',
      },
      {
        number: 2,
        ja: "改定に当たり、当社は、新しい内容の効力が生じる日（「変更予定日」という。）の1か月前までに、改めること、改めた後の内容および変更予定日を、影響を受けるお客様に知らせる。知らせる方法は、当社が定めるウェブサイトへの掲載、書面または電磁的方法とする。やむを得ない事情があるときは、この期間を短くすることができる。",
        en: 'Not later than one month before the day on which an amendment takes effect (the "effective day"), we make known to the customers affected that we amend, what the amended text is, and the effective day: by posting on a website that we designate, in writing or by electronic means. Where it can\'t be avoided, we may shorten this period.',
      },
    ],
  },
  {
    number: 4,
    titleJa: "約款の一部となる文書",
    titleEn: "Documents that form part of these terms",
    paragraphs: [
      {
        number: 1,
        ja: "仕様書、手引き、案内、注意書きなど、本サービスについて当社が所定の方法でお客様に示すもの（「説明等」という。）は、どのような名前が付いていても、この約款の一部となる。",
        en: 'The Specification, guides, notices, cautions and other statements on the Service that we give customers in our prescribed way (the "Explanations") form part of these terms, whatever they are called.',
      },
    ],
  },
  {
    number: 5,
    titleJa: "契約の申込みと成立",
    titleEn: "Order and formation of the Contract",
    paragraphs: [
      {
        number: 1,
        ja: "本サービスの利用を望む者（「申込者」という。）は、当社の定める情報（「届出事項」という。）を当社所定の注文書に書き入れ、当社に差し出す。利用契約は、当社がその申込みを承諾した時に成り立つ。申込者は、この約款を読み、守ることを承知したうえで申し込む。注文書が当社に出された時点で、申込者は、説明等を含むこの約款に同意し、かつ、申込みに要する社内の手続を終えたものとみなす。",
        en: 'Whoever wishes to use the Service (the "applicant") enters the information we ask for (the "registered information") in our order form and submits it to us. The Contract is formed when we accept the order. The applicant orders after having read these terms and agreed to keep them. By submitting the order form, the applicant is taken to have agreed to these terms, the Explanations included, and to have completed the internal procedures that the order requires.',
      },
      {
        number: 2,
        ja: "本サービスは、NDR製品を組み込んだお客様所有のハードウェアについて、当社が別に指定する保守サービスの契約を、お客様が当社と結んでいることを前提とする。障害が起きたとき、NDR製品の保守は本サービスの一部として行うが、ハードウェアの障害への対応はその保守契約によるものとし、本サービスの責任は及ばない。",
        en: "The Service presupposes that the customer has concluded with us a contract on the maintenance service that we designate, for the hardware owned by the customer on which the NDR product is installed. In a failure, maintenance of the NDR product is part of the Service; repair of the hardware is governed by that maintenance contract and lies outside our responsibility under the Service.",
      },
      {
        number: 3,
        ja: "本サービスを使えばセキュリティ上の障害が一切起こらないと当社が請け合うものではないことを、お客様は理解し、受け入れる。",
        en: "The customer understands and accepts that we do not warrant that no security incident will happen to it because it uses the Service.",
      },
      {
        number: 4,
        ja: "次のどれかに当たると判断したとき、当社は利用契約を結ばないことができ、申込者はこれを受け入れる。",
        en: "We may decline to conclude a Contract where we judge that one of the following applies, and the applicant accepts this.",
        items: [
          {
            mark: "(1)",
            ja: "本サービスを提供することが、商業上または技術上難しいとき",
            en: "Providing the Service is commercially or technically difficult",
          },
          {
            mark: "(2)",
            ja: "利用料金が支払われないおそれがあるとき",
            en: "The fees for use might not be paid",
          },
          {
            mark: "(3)",
            ja: "申込者が事実と違う申告をしたとき",
            en: "The applicant has stated something untrue",
          },
          {
            mark: "(4)",
            ja: "法令に反する形、または公序良俗に明らかに背く形で本サービスが使われるおそれがあるとき",
            en: "The Service might be used unlawfully, or in a way that plainly offends public order and morals",
          },
          {
            mark: "(5)",
            ja: "当社や本サービスの信用を落とすような使い方をされるおそれがあるとき",
            en: "The Service might be used in a way that harms our reputation or that of the Service",
          },
          {
            mark: "(6)",
            ja: "本サービスを直接または間接に使う者の利用を妨げるような使い方をされるおそれがあるとき",
            en: "The Service might be used in a way that disturbs those who use it, directly or indirectly",
          },
          {
            mark: "(7)",
            ja: "申込者に、当社との契約に背いた過去があるとき",
            en: "The applicant has breached a contract with us in the past",
          },
          {
            mark: "(8)",
            ja: "この約款の定めまたは当社の指定により、利用に必要とされる措置がとられないとき",
            en: "A step required for use by these terms or by us is not taken",
          },
          {
            mark: "(9)",
            ja: "ほかに、本サービスの業務を行ううえで差し支えがあるとき",
            en: "There is another obstacle to carrying out the business of the Service",
          },
        ],
      },
      {
        number: 5,
        ja: "申込みから利用開始までには準備のための期間を要することがあり、お客様は前もってこれを承知する。利用開始日が決まったとき、当社は速やかにその日をお客様に知らせる。",
        en: "The customer accepts in advance that a period of preparation may be needed between the order and the start of use. As soon as the start date is fixed, we tell the customer without delay.",
      },
    ],
  },
  {
    number: 6,
    titleJa: "利用への協力",
    titleEn: "Cooperation",
    paragraphs: [
      {
        number: 1,
        ja: "本サービスの実施に必要な技術面の援助を当社が求めたとき、お客様は、必要に応じてこれに応える。",
        en: "Where we ask for technical assistance that we need to carry out the Service, the customer gives it as far as necessary.",
      },
    ],
  },
];
