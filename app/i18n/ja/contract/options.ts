/** Texts of the page on which options are ordered for a running contract, and cancelled by themselves. */
export const options = {
  link: "オプションの追加・解約",
  title: "オプションの追加・解約",
  lead: "ご利用中の契約にオプションを追加できます。運営者が承諾した日から契約の一部となります。",
  addTitle: "オプションの追加",
  menu: "追加するオプション",
  firstFee: (months: number, total: string, end: string) =>
    `本日承諾された場合の初回の料金：${total}（税込、${months}か月分、${end}まで）`,
  workFee: (total: string) => `料金：${total}（税込、1作業）`,
  perYear: (price: string) => `以後は年額${price}（税抜）で、契約と同じ期間で更新します。`,
  ending: (day: string) =>
    `${day}をもって提供を終了します。料金は最終日までの日割りで、後の分をいただいていたときはお返しします。`,
  add: "追加の申込み",
  none: "追加できるオプションはありません。",
  requestedTitle: "審査中の追加",
  withdraw: (name: string) => `「${name}」の申込みの取下げ`,
  noticedTitle: "解約の申出を受け付けたオプション",
  cancelTitle: "オプションだけの解約",
  cancelText:
    "オプションの解約も契約と同じ規則によります。更新の申出期限を過ぎると、次の期間の料金がかかります。",
  end: "終了日",
  noticeBy: "申出の期限",
  fees: "これから始まる期間の料金（税込）",
  choose: "解約",
  chooseOf: (name: string, day: string) => `「${name}」を${day}で解約`,
  confirmTitle: (name: string) => `オプション「${name}」の解約`,
  confirmText: (day: string) =>
    `オプションは${day}の24時に終了します。お支払い済みの料金の返金はありません。`,
  confirm: "解約の申出",
  back: "オプションの一覧",
  backToContract: "契約の画面",
  menuMissing: "追加するオプションをお選びください。",
  conflict: "状況が変わったため、受け付けられませんでした。現在の内容をご確認ください。",
  done: {
    added: "オプションの追加を申し込みました。運営者の承諾をお待ちください。",
    withdrawn: "オプションの追加の申込みを取り下げました。",
    cancelled: "オプションの解約の申出を受け付けました。控えのメールをお送りしました。",
  } as Record<string, string>,
};
