import { defineMail, type MailBase } from "./mail.ts";
import { formatDay } from "./format.ts";

/** Item of A5.4 on which an order is rejected. */
export type RejectionItem = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Props of the mail that rejects an order. `explanation` is what staff wrote for the applicant. */
export type OrderRejectedProps = MailBase & {
  orderNumber: string;
  rejectedDay: string;
  item: RejectionItem;
  explanation: string | null;
};

const ja = {
  subject: (order: string) => `お申込みについてのご連絡（${order}）`,
  preview: "今回のお申込みはお引き受けできませんでした。",
  heading: "お申込みをお引き受けできませんでした",
  lead: "お申込みの内容を検討しましたが、次の理由によりお引き受けできないとの判断に至りました。利用契約は成立しておらず、料金はかかりません。",
  order: "注文番号",
  day: "判断した日",
  reason: "理由",
  reasons: {
    1: "技術面または事業面から、サービスのご提供が難しいため",
    2: "料金のお支払いに懸念があるため",
    3: "お申込みの内容に事実と異なる点があったため",
    4: "法令または公序良俗に反するご利用となるおそれがあるため",
    5: "当社またはサービスの信用が損なわれるご利用となるおそれがあるため",
    6: "他の利用者に支障が及ぶご利用となるおそれがあるため",
    7: "過去に当社との契約への違反が記録されているため",
    8: "ご利用に必要な手続または準備が済んでいないため",
    9: "その他、業務の遂行に支障があるため",
  } satisfies Record<RejectionItem, string>,
  explanation: "担当者からの説明",
  action: "お申込み内容の確認",
  after:
    "理由となった事情が変わりましたら、改めてお申し込みいただけます。ご不明な点はお問い合わせください。",
};

const en: typeof ja = {
  subject: (order) => `About your order (${order})`,
  preview: "We are unable to accept this order.",
  heading: "We are unable to accept your order",
  lead: "We have examined your order and cannot accept it, for the reason below. No contract has been formed and nothing is charged.",
  order: "Order number",
  day: "Decided on",
  reason: "Reason",
  reasons: {
    1: "Providing the service would be technically or commercially difficult",
    2: "There is concern about payment of the fees",
    3: "The order contained statements that are not true",
    4: "The service might be used against the law or public order",
    5: "The service might be used in a way that harms our reputation or that of the service",
    6: "The service might be used in a way that disturbs other users",
    7: "An earlier breach of a contract with us is on record",
    8: "A step that use of the service requires has not been taken",
    9: "Another obstacle to carrying out the service",
  },
  explanation: "Note from our staff",
  action: "View your order",
  after:
    "If the circumstances change you are welcome to order again. Please ask us if anything is unclear.",
};

/** Tells the applicant that the order is rejected and on which of the nine reasons (A5.4). */
export const orderRejected = defineMail({ ja, en }, (props: OrderRejectedProps, words, locale) => ({
  subject: words.subject(props.orderNumber),
  preview: words.preview,
  heading: words.heading,
  lead: [words.lead],
  facts: [
    { label: words.order, value: props.orderNumber },
    { label: words.day, value: formatDay(props.rejectedDay, locale) },
    { label: words.reason, value: words.reasons[props.item] },
    ...(props.explanation === null ? [] : [{ label: words.explanation, value: props.explanation }]),
  ],
  action: words.action,
  after: [words.after],
  clauses: [`A5.4(${props.item})`],
}));
