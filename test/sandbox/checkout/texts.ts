/** Words of the hosted payment page. */
export const TEXTS = {
  testMode: "テスト環境",
  testBanner:
    "これはテスト用の決済ページです。実際の請求は行われません。本物のカード番号は入力しないでください。",
  title: "お支払い",
  saveTitle: "カードの登録",
  saveText: "今後のお支払いに使うカードを登録します。今は請求されません。",
  save: "カードを登録する",
  errorPrefix: "エラー: ",
  summary: "ご注文内容",
  total: "お支払い金額",
  quantity: (count: number) => `数量 ${count}`,
  payee: "支払先",
  payeeName: "マネージドNDRサービス（テスト）",
  cardHeading: "カード情報",
  required: "※必須",
  email: "メールアドレス",
  emailHint: "領収に関する連絡先です。例: keiri@example.co.jp",
  number: "カード番号",
  numberHint: "ハイフンなしの半角数字",
  expiry: "有効期限（月/年）",
  expiryHint: "例: 12/30",
  cvc: "セキュリティコード",
  cvcHint: "裏面の3桁（Amexは表面の4桁）",
  name: "カード名義人",
  nameHint: "カードに書かれているとおりの半角英字",
  pay: (amount: string) => `${amount}を支払う`,
  back: "戻る",
  testCards: "テスト用カード番号",
  testCardsNote: "有効期限は将来の年月、セキュリティコードは任意の3桁を入力します。",
  testCardColumns: ["カード番号", "結果"] as const,
  testCardRows: [
    ["4242 4242 4242 4242", "支払い成功"],
    ["4000 0027 6000 3184", "3Dセキュア認証が毎回必要"],
    ["4000 0025 0000 3155", "3Dセキュア認証が登録時だけ必要"],
    ["4000 0000 0000 0341", "登録は成功、後の請求は拒否"],
    ["4000 0000 0000 0002", "拒否（一般）"],
    ["4000 0000 0000 9995", "拒否（残高不足）"],
    ["4000 0000 0000 0069", "拒否（有効期限切れ）"],
    ["4000 0000 0000 0127", "拒否（セキュリティコード相違）"],
    ["4000 0000 0000 9987", "拒否（紛失届のあるカード）"],
    ["4000 0000 0000 0119", "処理エラー"],
    ["4000 0000 0000 0259", "支払い成功の後、異議申立て"],
    ["4000 0000 0000 5126", "支払い成功、返金は後で失敗"],
  ] as const,
  errorSummary: "入力内容または支払いに問題があります",
  challengeTitle: "カード会社の本人認証（3Dセキュア）",
  challengeLead: (amount: string, last4: string) =>
    `末尾${last4}のカードでの${amount}のお支払いについて、カード会社が本人認証を求めています。`,
  challengeSaveLead: (last4: string) =>
    `末尾${last4}のカードの登録について、カード会社が本人認証を求めています。`,
  challengeDoneTitle: "本人認証が終わりました",
  challengeDoneText: "この画面を閉じて、元の画面に戻ってください。",
  challengeNote: "テスト環境では、次のどちらかのボタンで認証の結果を選びます。",
  challengePass: "認証を完了する",
  challengeFail: "認証に失敗する",
  completeTitle: "このお支払いは完了しています",
  completeText: "同じお支払いが二重に行われることはありません。",
  continueLink: "元のサイトへ進む",
  expiredTitle: "お支払いの有効期限が切れました",
  expiredText:
    "この画面からはお支払いいただけません。元のサイトから、もう一度お支払い手続きを始めてください。",
  returnLink: "元のサイトへ戻る",
  staleTitle: "この認証は無効になりました",
  staleText:
    "認証はすでに終わったか、別の認証に置き換えられました。お支払い画面からやり直してください。",
  staleLink: "お支払い画面へ",
  notFoundTitle: "お支払い画面が見つかりません",
  notFoundText:
    "アドレスが正しいか確認するか、元のサイトからもう一度お支払い手続きを始めてください。",
} as const;

/** What a field error says: the cause and the remedy. */
export const FIELD_ERRORS = {
  number: "カード番号が正しくありません。番号を確認して入力し直してください。",
  expiry: "有効期限が正しくないか、過ぎています。「12/30」の形で入力してください。",
  cvc: "セキュリティコードが正しくありません。3桁または4桁の数字を入力してください。",
  name: "カード名義人が入力されていません。カードに書かれている名前を入力してください。",
  email: "メールアドレスの形式が正しくありません。「名前@会社.co.jp」の形で入力してください。",
} as const;

/** What the payer is told of a decline; lost and stolen cards are told as a plain decline. */
export const DECLINE_TEXTS: Record<string, string> = {
  insufficient_funds:
    "カードの残高または利用可能額が不足しています。別のカードでお支払いください。",
  expired_card: "カードの有効期限が切れています。別のカードでお支払いください。",
  incorrect_cvc: "セキュリティコードが正しくありません。確認して入力し直してください。",
  processing_error:
    "カードの処理中にエラーが発生しました。しばらくしてから、もう一度お試しください。",
  test_mode_live_card:
    "テスト用のカード番号ではないため、カードが拒否されました。テスト用カード番号をお使いください。",
};

export const DECLINED_TEXT = "カードが拒否されました。別のカードでお支払いください。";

export const AUTHENTICATION_FAILED_TEXT =
  "カード会社の本人認証に失敗しました。もう一度試すか、別のカードでお支払いください。";
