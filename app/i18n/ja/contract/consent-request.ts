import type { ChartWords, EventWords } from "#app/i18n/contract-words.ts";
import type { ConsentRequestEvent } from "#machines/consent-request/events.ts";
import { status } from "../status.ts";

/** Names of the states and events in the picture of a request for consent. */
export const consentRequestChart: ChartWords<ConsentRequestEvent["type"]> = {
  name: "承諾の請求",
  states: {
    unopened: "未作成",
    ...status.consentRequest,
  },
  events: {
    ask: "請求",
    askCustomer: "当社からの請求",
    invite: "引受けの依頼",
    withdraw: "取下げ",
    takeBack: "当社による取下げ",
    nameAssignee: "譲受人の指定",
    assigneeAgreed: "譲受人の同意",
    assigneeDeclined: "譲受人の辞退",
    consent: "承諾",
    refuse: "不承諾",
    agree: "お客様の承諾",
    decline: "お客様の不承諾",
    dayReached: "効力日の到来",
    fallThrough: "譲渡の不成立",
    handedOver: "引継ぎの完了",
    revoke: "依頼の取消し",
    verifyAssignee: "保守契約の確認",
    refuseAssignee: "譲受人を理由とする不承諾",
    callOff: "取りやめ",
    callOffByOperator: "当社による取りやめ",
    stepBack: "取りやめの申出",
    assigneeSteppedBack: "譲受人の取りやめ",
    writeToAssignee: "登録の案内",
    receive: "契約の引受け",
  },
};

/** What happened to a request for consent, in words. */
export const consentRequestHistory: Record<ConsentRequestEvent["type"], EventWords> = {
  ask: () => "承諾が請求されました",
  askCustomer: () => "当社からお客様に承諾を請求しました",
  invite: () => "契約の引受けをお願いしました",
  withdraw: () => "請求が取り下げられました",
  takeBack: () => "当社が請求を取り下げました",
  nameAssignee: () => "譲受人に引受けの意思を確認しています",
  assigneeAgreed: () => "譲受人が引受けに同意しました",
  assigneeDeclined: () => "譲受人が引受けを辞退しました",
  consent: () => "書面で承諾しました",
  refuse: () => "書面で承諾しない旨を回答しました",
  agree: () => "お客様が承諾しました",
  decline: () => "お客様が承諾しない旨を回答しました",
  dayReached: () => "譲渡の効力日になりました",
  fallThrough: () => "契約が別の理由で先に終了したため、譲渡は行われませんでした",
  handedOver: () => "契約が譲受人に引き継がれました",
  revoke: () => "引受けの依頼が取り消されました",
  verifyAssignee: () => "譲受人の保守契約を確認しました",
  refuseAssignee: () => "譲受人を理由に、書面で承諾しない旨を回答しました",
  callOff: () => "譲渡人が譲渡を取りやめました",
  callOffByOperator: () => "当社が譲渡を取りやめました",
  stepBack: () => "取りやめが申し出られました",
  assigneeSteppedBack: () => "譲受人が取りやめを申し出ました",
  writeToAssignee: () => "希望する譲受人に、登録をお願いしました",
  receive: () => "契約を引き受けました",
};
