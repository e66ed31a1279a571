import type { TermsArticle } from "#db/schema/terms.ts";

/** Articles 16 to 20: termination, cancellation, the end, restriction, discontinuation. */
export const articles16To20: readonly TermsArticle[] = [
  {
    number: 16,
    titleJa: "当社による解除",
    titleEn: "Termination by us",
    paragraphs: [
      {
        number: 1,
        ja: "お客様が次のどれかに当たるとき、当社は、知らせることも催告することもなく、本サービスの利用を止めることができ、また、そのお客様との利用契約の全部を直ちに解除することができる。",
        en: "Where one of the following applies to the customer, we may, without any notice or demand, suspend the use of the Service and terminate at once all Contracts with the customer.",
        items: [
          {
            mark: "(1)",
            ja: "この約款のどれかの条項に違反し、相当な期間を定めた催告を受けても、その間に違反を正さないとき",
            en: "It breaches a provision of these terms and does not cure the breach within a reasonable period set in a demand",
          },
          {
            mark: "(2)",
            ja: "本サービスに関し、重い過失または信頼を裏切る行いがあったとき",
            en: "It commits gross negligence or a breach of trust in connection with the Service",
          },
          {
            mark: "(3)",
            ja: "租税の滞納処分、公売、仮処分、差押え、仮差押えその他の公権力の処分を受けたとき、競売、破産、会社更生もしくは民事再生の申立てを受けたとき、または自ら破産、会社更生もしくは民事再生を申し立てたとき",
            en: "It suffers attachment, provisional attachment or disposition, public sale, collection of tax arrears or another measure of public authority; or auction, bankruptcy, corporate reorganisation or civil rehabilitation is petitioned for against it, or one of the last three by itself",
          },
          {
            mark: "(4)",
            ja: "事業をやめ、または解散の手続に入ったとき",
            en: "It gives up its business or enters a procedure of dissolution",
          },
          {
            mark: "(5)",
            ja: "自ら振り出した手形や小切手が不渡りになるなど、支払が止まった状態に至ったとき",
            en: "A bill or cheque that it issued is dishonoured, or it otherwise suspends payments",
          },
          {
            mark: "(6)",
            ja: "信用状態が悪くなったとき、またはそのおそれを認めるに足りる客観的で相当な理由があるとき",
            en: "Its credit standing deteriorates, or there is objective and reasonable ground to fear so",
          },
          {
            mark: "(7)",
            ja: "届け出た内容に偽りがあったとき",
            en: "Its registered information proves false",
          },
          { mark: "(8)", ja: "第31条に違反したとき", en: "It breaches Article 31" },
          {
            mark: "(9)",
            ja: "そのほか、本サービスを続けることが難しい重大な事由が生じたとき",
            en: "Another grave event makes it difficult to continue the Service",
          },
        ],
      },
      {
        number: 2,
        ja: "お客様が前項のどれかに当たったときは、知らせや催告を要さず、当社に対する一切の債務について期限の利益が当然に失われる。お客様は、利用契約と、当社との間にあるその他すべての契約から生じた債務の全部を、直ちに弁済する。",
        en: "Where one of the items of paragraph 1 applies, the customer loses the benefit of time for every debt it owes us, of itself and without notice or demand. It pays at once all debts under the Contract and under every other contract between the customer and us.",
      },
      {
        number: 3,
        ja: "お客様が期間の途中で解約できるのは、この約款が認める場合だけとする。",
        en: "The customer may cancel the Contract mid-term only where these terms allow it.",
      },
    ],
  },
  {
    number: 17,
    titleJa: "期間の途中での解約",
    titleEn: "Mid-term cancellation",
    paragraphs: [
      {
        number: 1,
        ja: "お客様と当社は、それぞれ、2か月前までに当社の定める方法で相手に知らせて、利用契約を期間の途中で解約することができる。",
        en: "The customer and we may each cancel the Contract mid-term by giving the other notice, in the way that we prescribe, not later than two months before.",
      },
      {
        number: 2,
        ja: "お客様が前項により解約したとき、または当社に責任のない事由により利用契約が期間の途中で解除され、もしくは終わったとき、お客様は、支払済みの料金を返すよう求めることができず、まだ支払っていない料金の支払も免れない。未払いの料金は、契約が解約され、解除され、または終わった月の翌月の末日までに、一度に支払う。",
        en: "Where the customer cancels under paragraph 1, or where the Contract is terminated or ends mid-term for a reason for which we are not responsible, the customer can't claim back fees already paid, and is not released from paying fees not yet paid. Unpaid fees are paid in one sum by the last day of the month after the month in which the Contract was cancelled, terminated or ended.",
      },
    ],
  },
  {
    number: 18,
    titleJa: "契約が終わった後の措置",
    titleEn: "After the end of the Contract",
    paragraphs: [
      {
        number: 1,
        ja: "解除によるかその他の理由によるかを問わず、本サービスの利用が終わったとき、当社は、自社のシステムなどに残るお客様のデータやログなどの全部を、自らの負担と責任で完全に消し去る。",
        en: "When use of the Service ends, by termination or for whatever other reason, we erase completely, at our own cost and responsibility, all data, logs and the like of the customer held in our systems.",
      },
      {
        number: 2,
        ja: "理由を問わず利用が終わったときに、当社が本サービスを直ちに使えない状態にすることについて、お客様は同意する。",
        en: "The customer agrees that, when use ends for whatever reason, we make the Service unusable at once.",
      },
      {
        number: 3,
        ja: "前項の措置から損害が生じても、当社は責任を負わない。",
        en: "We are not liable for any damage that results from the measure of paragraph 2.",
      },
    ],
  },
  {
    number: 19,
    titleJa: "利用の制限",
    titleEn: "Restriction of the Service",
    paragraphs: [
      {
        number: 1,
        ja: "次のどれかに当たるとき、当社は、本サービスの提供の全部または一部を止め、または中断することができる。",
        en: "We may stop or interrupt the Service in whole or in part where:",
        items: [
          {
            mark: "(1)",
            ja: "天災その他の非常事態が起こり、または起こるおそれがあるとき",
            en: "a natural disaster or another emergency happens or threatens to happen",
          },
          {
            mark: "(2)",
            ja: "災害を防ぎ人を救うため、交通、通信もしくは電力を確保するため、または秩序を保つための通信など、公共の利益のために急を要する通信を優先させる必要から、利用を制限しなければならないとき",
            en: "use must be restricted so that communications that are urgent in the public interest come first, such as those needed to prevent disasters or bring relief, to secure transport, communications or power supply, or to keep order",
          },
          {
            mark: "(3)",
            ja: "本サービスのための設備など（「設備等」という。）の保守や工事など、安定した提供のためにやむを得ないとき",
            en: 'it is unavoidable for a stable service, such as for maintenance of or work on the equipment used for the Service (the "equipment")',
          },
          {
            mark: "(4)",
            ja: "設備等に障害などが起きたとき",
            en: "the equipment fails or the like",
          },
          {
            mark: "(5)",
            ja: "お客様のシステムから監視ログが大量に、長い時間にわたって送られ続け、安定した提供に大きな影響が出ていると当社が判断したとき",
            en: "the customer's system keeps sending monitoring logs in large amounts for a long time, and we judge that this seriously affects the stable provision of the Service",
          },
          {
            mark: "(6)",
            ja: "そのほか、当社が必要と判断したとき",
            en: "we otherwise judge it necessary",
          },
        ],
      },
      {
        number: 2,
        ja: "前項の制限から損害が生じても、当社は責任を負わない。",
        en: "We are not liable for any damage that results from such a restriction.",
      },
      {
        number: 3,
        ja: "第1項の制限を受ける間も、お客様は料金の支払義務を負う。",
        en: "The customer owes the fees during such a restriction as well.",
      },
      {
        number: 4,
        ja: "第1項の制限が長く続き、復旧の見込みが立たないなどの理由があるとき、当社は、前もってお客様に知らせて利用契約を解除することができる。この解除から損害が生じても、当社は責任を負わない。",
        en: "Where such a restriction continues for long and there is no prospect of recovery, or for a like reason, we may terminate the Contract after prior notice to the customer. We are not liable for any damage that results from that termination.",
      },
    ],
  },
  {
    number: 20,
    titleJa: "サービスの廃止",
    titleEn: "Discontinuation of the Service",
    paragraphs: [
      {
        number: 1,
        ja: "当社は、自社の都合で、本サービスの全部または一部を廃止することができる。",
        en: "We may, for reasons of our own, discontinue the Service in whole or in part.",
      },
      {
        number: 2,
        ja: "前項の廃止に当たり、当社は、廃止の日の6か月前までに、当社が定めるウェブサイトへの掲載、書面または電磁的方法により、お客様に知らせる。やむを得ない事情があるときは、この期間を短くすることができる。",
        en: "We make a discontinuation known to the customer not later than six months before its day: by posting on a website that we designate, in writing or by electronic means. Where it can't be avoided, we may shorten this period.",
      },
      {
        number: 3,
        ja: "廃止から損害が生じても、当社は責任を負わない。",
        en: "We are not liable for any damage that results from a discontinuation.",
      },
    ],
  },
];
