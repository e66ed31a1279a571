/** Texts of the inspection of completed work (検収), for customers and staff. */
export const inspections = {
  title: "作業の検収",
  lead: "作業の完了が報告されたら、内容を検査し、検収するか、異議をお知らせください。",
  staffLead: "作業の完了を報告し、お客様の検査の結果を確認します。",
  none: "検収の対象となる作業はありません。",
  columns: {
    work: "作業",
    contract: "契約番号",
    customer: "会社名",
    completed: "完了日",
    lastDay: "検査の期限",
    status: "状態",
  },
  overdue: "期限超過",
  facts: {
    contract: "契約番号",
    started: "作業の開始日",
    completed: "作業の完了日",
    lastDay: "検査の期限",
    document: "検収書",
  },
  save: "検収書（PDF）を保存",
  overdueTitle: (day: string) => `検査の期限（${day}）が過ぎています`,
  overdueText:
    "期限が過ぎても、検収したことにはなりません。検収または異議を、今からでもお受けします。",
  overdueStaff:
    "期限が過ぎても、検収したことにはなりません。お客様に検査の結果をお問い合わせください。",
  redo: "お客様から異議がありました",
  redoText: "理由を確認し、作業をやり直してから、改めて完了を報告してください。",
  redoOwn: "異議を受け付けています",
  redoOwnText: "作業をやり直しています。完了したときは、改めて報告します。",
  notesTitle: "報告と回答の記録",
  noNotes: "まだ報告はありません。",
  notes: {
    report: (day: string) => `${day} 完了の報告`,
    objection: (day: string) => `${day} 異議`,
    acceptance: (day: string) => `${day} 検収`,
  },
  completedOn: (day: string) => `作業の完了日：${day}`,
  signed: (name: string, at: string) => `${name}（${at}）`,
  noObjection: "検査をし、異議がないことを確認しました。",
  reportTitle: "完了の報告",
  fields: {
    completedOn: "作業の完了日",
    text: "報告の内容",
    reasons: "異議の理由",
  },
  support: {
    completedOn: "作業の開始日から今日までの日を入力してください。",
    text: "行った作業と、お客様に確認していただきたい点を、2,000文字以内で入力してください。",
    reasons: "どの点をどう直す必要があるかを、2,000文字以内で入力してください。",
  },
  happens: {
    report: [
      {
        text: "お客様に検査をお願いするメールを送ります。検査の期限は、報告の日の7日後です。",
        clause: "A11.1",
      },
      { text: "報告は、お客様の回答があるまで直せません。", clause: "A11.1" },
    ],
    accept: [
      { text: "作業は終わり、あとから異議を出すことはできません。", clause: "A11.1" },
      {
        text: "あなたの名前と日時を署名として記録し、検収書（PDF）を作成します。",
        clause: "A11.1",
      },
    ],
    object: [
      {
        text: "当社が理由を確認して作業をやり直し、改めて完了を報告します。",
        clause: "A11.1",
      },
      { text: "次の報告から、改めて7日以内に検査していただきます。", clause: "A11.1" },
    ],
  },
  report: "完了の報告",
  toAccept: "検収へ進む",
  toObject: "異議の申出へ進む",
  acceptTitle: "作業の検収",
  agree: "作業を検査し、異議がないことを確認しました。",
  signer: "署名者",
  accept: "署名して検収",
  objectTitle: "異議の申出",
  object: "異議の申出",
  toList: "作業の一覧に戻る",
  back: "作業の画面に戻る",
  readOnly: "検査の結果は、契約者または技術担当の方が入力できます。",
  problems: {
    dayMissing: "作業の完了日が入力されていません。日付を入力してください。",
    ahead: "作業の完了日が今日より後です。今日までの日を入力してください。",
    beforeStart: "作業の完了日が、作業の開始日より前です。開始日以後の日を入力してください。",
    missing: "内容が入力されていません。内容を入力してください。",
    tooLong: "2,000文字を超えています。短くしてください。",
    unticked: "チェックされていません。検査をして異議がない場合は、チェックを入れてください。",
    conflict:
      "この作業の状態が変わったため、受け付けられませんでした。現在の状態を確認してください。",
  } as Record<string, string>,
  done: {
    reported: "完了を報告しました。お客様に検査をお願いするメールを送ります。",
    accepted: "検収を受け付けました。検収書を保存できます。",
    objected: "異議を受け付けました。控えのメールを送ります。",
  } as Record<string, string>,
};
