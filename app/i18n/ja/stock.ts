/** Texts of the stock of connection devices. */
export const stock = {
  title: "接続機器の在庫",
  lead: "お客様にお貸しする接続機器を、シリアル番号ごとに管理します。",
  import: "CSVで登録",
  search: "シリアル番号または機種の一部",
  status: "状態",
  allStatuses: "すべての状態",
  found: (count: string) => `${count}台`,
  none: "該当する接続機器はありません。",
  noneYet: "登録されている接続機器はありません。CSVで登録してください。",
  columns: {
    serialNumber: "シリアル番号",
    model: "機種",
    menu: "メニュー",
    status: "状態",
    since: "状態の開始日",
  },
  loan: "この機器の貸出し",
  registeredOn: "登録日",
  reason: "理由",
  added: (count: string) => `${count}台を登録しました。`,
  upload: {
    title: "接続機器のCSV登録",
    lead: "入庫した接続機器を一覧のファイルでまとめて登録します。登録した機器は、点検して貸出可にするまで貸し出されません。",
    file: "CSVファイル",
    support:
      "1行目は見出し（シリアル番号、機種、メニュー）です。文字コードはUTF-8またはShift_JIS、2,000台、5MBまでです。",
    menuNote: (codes: string) =>
      `メニューの列には次のコードを書きます。一つだけのときは省略できます。${codes}`,
    example: "ファイルの例",
    submit: "登録",
    partly: (added: string, refused: string) =>
      `${added}台を登録し、${refused}行は登録しませんでした。`,
    repeat: "登録しなかった行だけを直して、もう一度登録してください。",
  },
  problems: {
    missing: "ファイルが選ばれていないか、空です。CSVファイルを選択してください。",
    tooLarge: "ファイルが5MBを超えています。分けて登録してください。",
    empty: "接続機器の行がありません。見出しの下に1台を1行で書いてください。",
    encoding: "文字コードを読み取れません。UTF-8またはShift_JISのCSVで保存し直してください。",
    headings: "見出しに「シリアル番号」と「機種」がありません。1行目に見出しを書いてください。",
    quote: (line: number) =>
      `${line}行目の引用符（"）が閉じていません。閉じてからもう一度登録してください。`,
    tooMany: "2,000台を超えています。ファイルを分けて登録してください。",
  },
  refused: {
    caption: "登録しなかった行",
    line: "行",
    found: "ファイルの内容",
    what: "理由",
    serial:
      "シリアル番号が正しくありません。半角の英数字とハイフンで、3文字以上40文字までで書いてください。",
    model: "機種がないか、80文字を超えています。",
    menu: "メニューが、接続機器をお貸しするオプションのコードではありません。",
    repeated: "同じシリアル番号が、このファイルの前の行にあります。",
    known: "同じシリアル番号の接続機器が、すでに登録されています。",
  },
  acts: {
    title: "状態の変更",
    makeAvailable: {
      received: "点検が終わり、貸し出せる状態になった機器を貸出可にします。",
      inRepair: "修理から戻り、貸し出せる状態になった機器を貸出可にします。",
    },
    makeAvailableButton: "貸出可にする",
    reason: "理由",
    sendToRepair: "修理に出す",
    retire: "廃棄する",
    takeOutLead: "修理に出すか廃棄すると、その間は貸し出されません。廃棄した機器は元に戻せません。",
    retireLead: "廃棄した機器は元に戻せません。",
    retiredText: "この機器は廃棄されています。状態は変えられません。",
  },
  done: {
    makeAvailable: "貸出可にしました。",
    sendToRepair: "修理中にしました。",
    retire: "廃棄にしました。",
  } as Record<string, string>,
  faults: {
    reasonMissing: "理由が入力されていません。入力してください。",
    reasonTooLong: "理由が長すぎます。500文字以内にしてください。",
    conflict: "状態がすでに変わっています。画面の状態を確かめて、もう一度操作してください。",
  },
};
