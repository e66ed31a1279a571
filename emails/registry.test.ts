import { describe, expect, test } from "vitest";

import { mails, renderMail, type MailProps, type MailTemplate } from "./registry.ts";
import { samples } from "./samples.ts";

type Expected = { ja: readonly string[]; en: readonly string[] };

/** What each mail must say in each language: its clause, its days and its amounts. */
const expected: Record<MailTemplate, Expected> = {
  "verify-email": { ja: ["第14条第7項", "24時間"], en: ["Article 14.7", "24 hours"] },
  "account-exists": {
    ja: ["約款第14条第7項", "taro@minato.example"],
    en: ["Terms, Article 14.7", "taro@minato.example"],
  },
  "password-reset": { ja: ["第14条第7項", "30分"], en: ["Article 14.7", "30 minutes"] },
  "new-sign-in": {
    ja: ["第14条第7項", "2025/07/01 00:05（日本時間）", "203.0.113.7"],
    en: ["Article 14.7", "1 July 2025, 00:05 (Japan time)", "203.0.113.7"],
  },
  "order-received": {
    ja: ["第5条第1項", "2025/03/03 23:59", "2025/04/01", "モニタリングVPN接続オプション"],
    en: ["Article 5.1", "3 March 2025, 23:59", "1 April 2025", "Monitoring VPN Connection Option"],
  },
  "order-accepted": {
    ja: ["第5条第1項", "第5条第5項", "2025/03/10", "C-2025-00042"],
    en: ["Article 5.5", "10 March 2025", "C-2025-00042"],
  },
  "order-rejected": {
    ja: ["第5条第4項第8号", "2025/03/10", "ご利用に必要な手続"],
    en: ["Article 5.4(8)", "10 March 2025", "A step that use of the service requires"],
  },
  "order-withdrawn": {
    ja: ["第10条第1項", "2025/03/05"],
    en: ["Article 10.1", "5 March 2025"],
  },
  "start-date-proposed": {
    ja: ["第5条第5項", "2025/04/01", "2025/04/15"],
    en: ["Article 5.5", "1 April 2025", "15 April 2025"],
  },
  "start-date-fixed": {
    ja: ["第5条第5項", "2025/04/01", "2026/03/31"],
    en: ["Article 5.5", "1 April 2025", "31 March 2026"],
  },
  quote: {
    ja: ["第12条第1項", "2025/04/02", "4,356,000円", "435,600円", "4,791,600円", "396,000円"],
    en: ["Article 12.1", "2 April 2025", "¥4,356,000", "¥435,600", "¥4,791,600", "¥396,000"],
  },
  "service-started": {
    ja: ["第10条第2項", "2025/04/01", "2026/03/31", "2026/01/31"],
    en: ["Article 10.2", "1 April 2025", "31 March 2026", "31 January 2026"],
  },
  "invoice-issued": {
    ja: ["第12条第2項", "第14条第3項", "2025/06/02", "4,791,600円", "年14.6％"],
    en: ["Article 12.2", "Article 14.3", "2 June 2025", "¥4,791,600", "14.6%"],
  },
  "damages-claimed": {
    ja: ["第14条第3項", "2025/07/31", "40,249円", "K00042-0007", "2025/06/03から", "不課税"],
    en: ["Article 14.3", "31 July 2025", "¥40,249", "K00042-0007", "3 June 2025 to 23 June 2025"],
  },
  "credit-note-issued": {
    ja: [
      "第17条第2項",
      "R000042-0001",
      "440,000円",
      "40,000円",
      "お支払いいただくものはありません",
    ],
    en: ["Article 17.2", "R000042-0001", "¥440,000", "¥40,000", "Nothing is left"],
  },
  "set-off-declared": {
    ja: ["第14条第4項", "300,000円", "000042-0009", "140,000円"],
    en: ["Article 14.4", "¥300,000", "000042-0009", "¥140,000"],
  },
  receipt: {
    ja: ["第12条第2項", "2025/05/30", "4,000,000円", "791,600円", "銀行振込"],
    en: ["Article 12.2", "30 May 2025", "¥4,000,000", "¥791,600", "Bank transfer"],
  },
  refunded: {
    ja: ["第12条第2項", "2025/06/12", "791,600円", "カードへの返金"],
    en: ["Article 12.2", "12 June 2025", "¥791,600", "To the card"],
  },
  "refund-failed": {
    ja: ["第12条第2項", "2025/06/12", "791,600円", "別の方法"],
    en: ["Article 12.2", "12 June 2025", "¥791,600", "another way"],
  },
  "payment-failed": {
    ja: ["第14条第3項", "2025/06/02", "4,791,600円", "有効期限が切れています"],
    en: ["Article 14.3", "2 June 2025", "¥4,791,600", "expired"],
  },
  "payment-action-needed": {
    ja: ["第12条第2項", "2025/06/09", "4,791,600円", "本人認証"],
    en: ["Article 12.2", "9 June 2025", "¥4,791,600", "3-D Secure"],
  },
  "card-saved": {
    ja: ["第12条第2項", "Visa ****4242", "2027/12/31", "2025/04/10", "止められます"],
    en: ["Article 12.2", "Visa ****4242", "31 December 2027", "10 April 2025", "removing the card"],
  },
  "card-expiring": {
    ja: ["第12条第2項", "Visa ****4242", "2027/12/31", "新しいカード"],
    en: ["Article 12.2", "Visa ****4242", "31 December 2027", "save a new card"],
  },
  "card-unusable": {
    ja: ["第14条第3項", "Visa ****4242", "2025/05/20", "解除されました"],
    en: ["Article 14.3", "Visa ****4242", "20 May 2025", "was detached"],
  },
  "card-charge-announced": {
    ja: ["第12条第2項", "2025/06/02", "4,791,600円", "Visa ****4242", "自動決済の停止"],
    en: [
      "Article 12.2",
      "2 June 2025",
      "¥4,791,600",
      "Visa ****4242",
      "Stop the automatic payment",
    ],
  },
  "payment-reminder": {
    ja: ["第14条第3項", "第16条第1項第1号", "2025/06/02", "13,416円", "4,805,016円"],
    en: ["Article 14.3", "Article 16.1(1)", "2 June 2025", "¥13,416", "¥4,805,016"],
  },
  "terms-change": {
    ja: ["第3条第1項", "第3条第2項", "2026/06/01", "約款", "口座振替", "やむを得ない事情"],
    en: ["Article 3.1", "Article 3.2", "1 June 2026", "Direct debit", "could not be avoided"],
  },
  "terms-consent-needed": {
    ja: ["第5条第1項", "第3条第1項", "2026/06/01", "約款", "承諾できません"],
    en: ["Article 5.1", "Article 3.1", "1 June 2026", "accept the order"],
  },
  "terms-change-withdrawn": {
    ja: ["第3条第2項", "2026/06/01", "取り下げました", "2.0"],
    en: ["Article 3.2", "1 June 2026", "withdrawn", "2.0"],
  },
  "renewal-reminder": {
    ja: ["第10条第2項", "第17条第2項", "2026/01/31", "2026/04/01から2027/03/31まで", "14日"],
    en: ["Article 10.2", "31 January 2026", "1 April 2026 to 31 March 2027", "14 days"],
  },
  renewed: {
    ja: ["第10条第2項", "2026/04/01から2027/03/31まで", "4,791,600円", "2027/01/31"],
    en: ["Article 10.2", "1 April 2026 to 31 March 2027", "¥4,791,600", "31 January 2027"],
  },
  "cancellation-received": {
    ja: ["第17条第1項", "第17条第2項", "2026/04/30", "4,791,600円", "お返ししません"],
    en: ["Article 17.1", "Article 17.2", "30 April 2026", "¥4,791,600", "not refunded"],
  },
  "contract-ended": {
    ja: ["第17条第1項", "第18条第1項", "第8条第1項", "2026/05/30", "4,791,600円"],
    en: ["Article 17.1", "Article 18.1", "Article 8.1", "30 May 2026", "¥4,791,600"],
  },
  "service-suspended": {
    ja: ["第16条第1項", "2025/07/01", "期限を過ぎた請求"],
    en: ["Article 16.1", "1 July 2025", "every overdue invoice"],
  },
  "suspension-lifted": {
    ja: ["第15条第2項", "2025/07/15", "引き続きご利用いただけません"],
    en: ["Article 15.2", "15 July 2025", "still stopped"],
  },
  "service-restricted": {
    ja: ["第19条第1項第4号", "第19条第3項", "2025/08/31", "設備の障害", "2026/02/03 09:00"],
    en: ["Article 19.1(4)", "Article 19.3", "31 August 2025", "A failure of the facilities"],
  },
  "restriction-lifted": {
    ja: ["第19条第1項", "2025/09/02", "ただいまよりご利用いただけます"],
    en: ["Article 19.1", "2 September 2025", "runs again"],
  },
  "operator-cancellation": {
    ja: ["第17条第1項", "2026/02/28", "2026/04/30", "返金の対象"],
    en: ["Article 17.1", "28 February 2026", "30 April 2026", "are credited to you"],
  },
  "withdrawal-asked": {
    ja: ["第17条第1項", "2026/03/02", "2026/04/30", "ご同意いただけるかどうか"],
    en: ["Article 17.1", "2 March 2026", "30 April 2026", "whether you agree"],
  },
  "withdrawal-refused": {
    ja: ["第9条第2項", "2026/03/04", "2026/04/30", "オプションは申出どおり終了します"],
    en: ["Article 9.2", "4 March 2026", "30 April 2026", "The option ends as you asked"],
  },
  "notice-withdrawn": {
    ja: ["第17条第1項", "2026/03/05", "2026/04/30", "2026/09/30"],
    en: ["Article 17.1", "5 March 2026", "30 April 2026", "30 September 2026"],
  },
  "end-announced": {
    ja: ["第20条第1項", "2025/09/30", "2026/06/30", "日割りで請求"],
    en: ["Article 20.1", "30 September 2025", "30 June 2026", "charged by days"],
  },
  "end-lapsed": {
    ja: ["第19条第4項", "2025/12/01", "2025/12/31", "これまでどおり続きます"],
    en: ["Article 19.4", "1 December 2025", "31 December 2025", "goes on as before"],
  },
  "option-added": {
    ja: ["第9条第1項", "2025/09/15", "2026/03/31", "231,000円", "月割り"],
    en: ["Article 9.1", "15 September 2025", "31 March 2026", "¥231,000", "by months"],
  },
  "option-declined": {
    ja: ["第9条第1項", "2025/09/16", "ログ長期保管オプション"],
    en: ["Article 9.1", "16 September 2025", "Long-Term Log Storage Option"],
  },
  "device-shipped": {
    ja: ["第7条第1項", "第7条第5項", "VPN-240001", "1234-5678-9012", "105-0011"],
    en: ["Article 7.5", "VPN-240001", "1234-5678-9012"],
  },
  "device-lost-in-transit": {
    ja: ["第7条第5項", "ご請求します"],
    en: ["Article 7.5", "invoiced separately"],
  },
  "installation-reminder": { ja: ["第7条第2項", "設置"], en: ["Article 7.2", "Install"] },
  "relocation-received": {
    ja: ["第7条第3項", "2025/06/20", "105-0011"],
    en: ["Article 7.3", "20 June 2025"],
  },
  "relocation-approved": {
    ja: ["第7条第3項", "2025/06/20", "Switch it off"],
    en: ["Article 7.3", "20 June 2025", "Switch it off"],
  },
  "relocation-refused": {
    ja: ["第7条第3項", "There is no line"],
    en: ["Article 7.3", "There is no line"],
  },
  "fault-received": {
    ja: ["第7条第4項", "It does not start"],
    en: ["Article 7.4", "It does not start"],
  },
  "device-exchanged": { ja: ["第7条第4項", "代わりの機器"], en: ["Article 7.4", "another one"] },
  "loss-received": {
    ja: ["第7条第6項", "2025/06/04", "Burnt"],
    en: ["Article 7.6", "4 June 2025"],
  },
  "loss-decided": {
    ja: ["第7条第6項", "2025/06/04", "お返ししません"],
    en: ["Article 7.6", "4 June 2025", "not given back"],
  },
  "return-instructions": {
    ja: ["第8条第1項", "2026/03/31", "2026/04/30"],
    en: ["Article 8.1", "31 March 2026", "30 April 2026"],
  },
  "return-reminder": {
    ja: ["第8条第1項", "2026/04/30"],
    en: ["Article 8.1", "30 April 2026"],
  },
  "return-overdue": { ja: ["第8条第1項", "2026/04/30"], en: ["Article 8.1", "30 April 2026"] },
  "recovery-started": {
    ja: ["第8条第1項", "回収の費用"],
    en: ["Article 8.1", "cost of the recovery"],
  },
  "device-received": { ja: ["第8条第1項", "2026/04/20"], en: ["Article 8.1", "20 April 2026"] },
  "change-received": {
    ja: ["第13条第1項", "2026/03/02", "Minato Holdings", "see the list"],
    en: ["Article 13.1", "2 March 2026", "Minato Shoji → Minato Holdings", "see the list"],
  },
  "change-evidence-asked": {
    ja: ["第13条第1項", "2026/03/02", "see the list"],
    en: ["Article 13.1", "2 March 2026", "see the list"],
  },
  "change-applied": {
    ja: ["第13条第1項", "2026/03/02", "2026/03/20", "Minato Holdings"],
    en: ["Article 13.1", "2 March 2026", "20 March 2026", "Minato Shoji → Minato Holdings"],
  },
  "change-refused": {
    ja: ["第13条第1項", "2026/03/02", "see the list"],
    en: ["Article 13.1", "2 March 2026", "see the list"],
  },
  "material-asked": {
    ja: ["第6条", "2026/04/10", "see the list"],
    en: ["Article 25.1", "10 April 2026", "see the list"],
  },
  "material-reminder": {
    ja: ["第25条第1項", "2026/04/10", "see the list"],
    en: ["Article 25.3", "10 April 2026", "see the list"],
  },
  "material-received": {
    ja: ["第25条第1項", "see the list"],
    en: ["Article 25.1", "see the list"],
  },
  "material-asked-again": {
    ja: ["第25条第3項", "2026/04/10", "see the list"],
    en: ["Article 25.3", "10 April 2026", "see the list"],
  },
  "material-to-return": { ja: ["第25条第5項"], en: ["Article 25.5"] },
  "material-returned": {
    ja: ["第25条第5項", "2026/03/20", "see the list"],
    en: ["Article 25.5", "20 March 2026", "see the list"],
  },
  "material-disposed": {
    ja: ["第25条第5項", "2026/03/20", "see the list"],
    en: ["Article 25.5", "20 March 2026", "see the list"],
  },
  "inquiry-asked": {
    ja: ["第8条第4項", "2026/04/10", "see the list"],
    en: ["Article 8.4", "10 April 2026", "see the list"],
  },
  "inquiry-reminder": {
    ja: ["第8条第4項", "2026/04/10", "see the list"],
    en: ["Article 8.4", "10 April 2026", "see the list"],
  },
  "inquiry-asked-again": {
    ja: ["第8条第4項", "2026/04/10", "see the list"],
    en: ["Article 8.4", "10 April 2026", "see the list"],
  },
  "inquiry-closed": { ja: ["第8条第4項"], en: ["Article 8.4"] },
  "claim-received": {
    ja: ["第8条第3項", "2026/03/02", "see the list"],
    en: ["Article 26.1", "2 March 2026", "see the list"],
  },
  "claim-acknowledged": {
    ja: ["第8条第3項", "2026/03/02", "2026/03/03"],
    en: ["Article 26.1", "2 March 2026", "3 March 2026"],
  },
  "claim-defended": { ja: ["第26条第1項", "see the list"], en: ["Article 26.1", "see the list"] },
  "claim-excluded": { ja: ["第26条第2項", "see the list"], en: ["Article 26.2", "see the list"] },
  "claim-closed": {
    ja: ["第8条第3項", "2026/03/20", "see the list"],
    en: ["Article 26.1", "20 March 2026", "see the list"],
  },
  "incident-contact-named": {
    ja: ["第28条第4項", "Jiro Sato"],
    en: ["Article 28.4", "sato@minato.example"],
  },
  "incident-contact-removed": {
    ja: ["第28条第4項", "Jiro Sato"],
    en: ["Article 28.4", "sato@minato.example"],
  },
  "disclosure-recorded": {
    ja: ["第30条第1項", "2026/03/02", "2029/03/02", "see the list"],
    en: ["Article 30.6", "2 March 2026", "2 March 2029", "see the list"],
  },
  "disclosure-spoken": {
    ja: ["第30条第1項", "2026/03/02", "2026/04/10", "see the list"],
    en: ["Article 30.1", "2 March 2026", "10 April 2026", "see the list"],
  },
  "disclosure-reminder": {
    ja: ["第30条第1項", "2026/03/02", "2026/04/10", "see the list"],
    en: ["Article 30.1", "2 March 2026", "10 April 2026", "see the list"],
  },
  "disclosure-lapsed": {
    ja: ["第30条第1項", "2026/03/02", "see the list"],
    en: ["Article 30.1", "2 March 2026", "see the list"],
  },
  "disclosure-compelled": {
    ja: ["第30条第3項", "see the list"],
    en: ["Article 30.3", "see the list"],
  },
  "option-ending": {
    ja: ["第9条第2項", "第17条第1項", "2026/04/30", "次の期間の料金"],
    en: ["Article 9.2", "Article 17.1", "30 April 2026", "fee of the next term"],
  },
  "option-resumed": {
    ja: ["第9条第2項", "2026/03/10", "2026/06/30"],
    en: ["Article 9.2", "10 March 2026", "30 June 2026"],
  },
  "work-reported": {
    ja: ["第11条第1項", "2025/04/08", "2025/04/17", "検収したことにはなりません"],
    en: ["Article 11.1", "8 April 2025", "17 April 2025", "accepts nothing"],
  },
  "inspection-reminder": {
    ja: ["第11条第1項", "2025/04/17", "検収したことにはなりません"],
    en: ["Article 11.1", "17 April 2025", "accepts nothing"],
  },
  "inspection-overdue": {
    ja: ["第11条第1項", "2025/04/17", "今からでもお受けします"],
    en: ["Article 11.1", "17 April 2025", "can still accept"],
  },
  "work-objected": {
    ja: ["第11条第1項", "2025/04/12", "作業をやり直し"],
    en: ["Article 11.1", "12 April 2025", "do the work again"],
  },
  "work-accepted": {
    ja: ["第11条第1項", "2025/05/02", "検収書"],
    en: ["Article 11.1", "2 May 2025", "certificate of acceptance"],
  },
  "contract-terminated": {
    ja: ["第16条第1項", "第8条第1項", "2025/10/31", "2025/11/30", "4,791,600円", "遅延損害金"],
    en: ["Article 16.1", "Article 8.1", "31 October 2025", "30 November 2025", "¥4,791,600"],
  },
  "contract-assigned": {
    ja: ["第31条第1項", "2025/12/31", "2026/02/02", "4,791,600円"],
    en: ["Article 31.1", "31 December 2025", "2 February 2026", "¥4,791,600"],
  },
  "export-reminder": {
    ja: ["第14条第6項", "第18条第1項", "2025/12/31", "2026/02/28"],
    en: ["Article 14.6", "Article 18.1", "31 December 2025", "28 February 2026"],
  },
  "data-erased": {
    ja: ["第18条第1項", "2025/12/31", "2026/02/20"],
    en: ["Article 18.1", "31 December 2025", "20 February 2026"],
  },
  "final-settlement": {
    ja: ["第18条第1項", "2026/04/30", "2026/06/03", "3,300,000円", "300,000円"],
    en: ["Article 18.1", "30 April 2026", "3 June 2026", "¥3,300,000", "¥300,000"],
  },
  "restriction-planned": {
    ja: [
      "第19条第1項第4号",
      "第19条第3項",
      "2026/02/01 12:00（日本時間）",
      "C000042-01、C000042-02",
    ],
    en: ["Article 19.1(4)", "Article 19.3", "1 February 2026, 12:00 (Japan time)", "C000042-02"],
  },
  "restriction-started": {
    ja: ["第19条第3項", "設備の障害", "未定", "料金のお支払いは続きます"],
    en: ["Article 19.3", "A failure of the facilities", "Not known yet", "Fees stay owed"],
  },
  "restriction-changed": {
    ja: ["第19条第1項第4号", "2026/02/03 09:00（日本時間）", "監視基盤の一部に障害"],
    en: ["Article 19.1(4)", "3 February 2026, 09:00 (Japan time)", "has failed"],
  },
  "restriction-over": {
    ja: ["第19条第1項第4号", "2026/02/02 14:30（日本時間）", "解除しました"],
    en: ["Article 19.1(4)", "2 February 2026, 14:30 (Japan time)", "lifted"],
  },
  "restriction-cancelled": {
    ja: ["第19条第1項第4号", "行わないことになりました"],
    en: ["Article 19.1(4)", "will not take place"],
  },
  "maintenance-planned": {
    ja: [
      "第22条第5項第4号",
      "2026/01/17 23:00（日本時間）",
      "C000042-01",
      "検知の記録は続きます。",
    ],
    en: ["Article 22.5(4)", "17 January 2026, 23:00 (Japan time)", "C000042-01"],
  },
  "maintenance-changed": {
    ja: ["第22条第5項第4号", "変更前の日時", "2026/01/10 23:00（日本時間）"],
    en: ["Article 22.5(4)", "Time before the change", "10 January 2026, 23:00 (Japan time)"],
  },
  "maintenance-cancelled": {
    ja: ["第22条第5項第4号", "作業の準備が整わないため"],
    en: ["Article 22.5(4)", "The preparations could not be completed"],
  },
  "breach-demand": {
    ja: ["第16条第1項第1号", "第16条第2項", "2026/03/16", "C000042-02", "NS-4200-01"],
    en: ["Article 16.1(1)", "Article 16.2", "16 March 2026", "C000042-02", "NS-4200-01"],
  },
  "consent-received": {
    ja: ["第31条第1項", "2026/03/02", "契約上の地位の譲渡", "NS-4200"],
    en: ["Article 31.1", "2 March 2026", "assigning the contract"],
  },
  "consent-asked": {
    ja: ["第31条第1項", "2026/03/03", "契約の引受け"],
    en: ["Article 31.1", "3 March 2026", "taking a contract over"],
  },
  "consent-decided": {
    ja: ["第31条第1項", "2026/03/10", "2026/04/01", "NS-4201"],
    en: ["Article 31.1", "10 March 2026", "1 April 2026"],
  },
  "contract-taken-over": {
    ja: ["第31条第1項", "2026/04/01", "譲渡人"],
    en: ["Article 31.1", "1 April 2026", "assignor"],
  },
  "assignment-off": {
    ja: ["第31条第1項", "2026/03/20", "2026/04/01", "譲受人", "NS-4202", "これまでどおり続きます"],
    en: ["Article 31.1", "20 March 2026", "1 April 2026", "The assignee", "goes on as before"],
  },
  "assignee-registration": {
    ja: ["第31条第1項", "2026/03/03", "NS-4203", "登録だけでは"],
    en: ["Article 31.1", "3 March 2026", "NS-4203", "Registering alone"],
  },
  "breach-cured": {
    ja: ["第16条第1項第1号", "2026/03/02", "2026/03/10", "C000042-01"],
    en: ["Article 16.1(1)", "2 March 2026", "10 March 2026", "C000042-01"],
  },
};

const templates = Object.keys(mails) as MailTemplate[];
const cases = templates.flatMap((template) => [
  { template, locale: "ja" as const },
  { template, locale: "en" as const },
]);

describe.each(cases)("$template in $locale", ({ template, locale }) => {
  test("names its clause, dates, amounts and the link, in HTML and in text", async () => {
    const mail = await renderMail(template, samples[template], locale);
    const visible = mail.html.replace(/<!--.*?-->/g, "").replace(/&amp;/g, "&");
    for (const words of [...expected[template][locale], samples[template].url]) {
      expect(visible).toContain(words);
      // The preview line is the one thing only the HTML has.
      if (words !== "14日" && words !== "14 days") expect(mail.text).toContain(words);
    }
    expect(mail.html).toContain(`<html dir="ltr" lang="${locale}"`);
    expect(mail.subject).toMatch(/^[^\r\n]+$/);
    expect(mail.text).not.toMatch(/<[a-z/]|&amp;|undefined|null|\[object/);
    expect(mail.html).not.toMatch(/>undefined<|>null<|\[object/);
    expect(mail.html).toContain(locale === "ja" ? "根拠となる条項" : "Clauses this rests on");
  });

  test("escapes markup in names", async () => {
    const hostile = { recipientName: "<img src=x onerror=alert(1)>", companyName: "A<b>&Co" };
    const props = { ...samples[template], ...hostile } as MailProps<typeof template>;
    const mail = await renderMail(template, props, locale);
    expect(mail.html).not.toContain("<img");
    expect(mail.html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(mail.html).toContain("A&lt;b&gt;&amp;Co");
  });
});

test("an English mail has no Japanese words of its own", async () => {
  for (const template of templates) {
    const plain = { recipientName: "Taro", companyName: "Minato", reason: null, explanation: null };
    const props = { ...samples[template], ...plain } as MailProps<typeof template>;
    const mail = await renderMail(template, props, "en");
    expect(mail.subject + mail.text, template).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
  }
});

test("a line break in a subject or a name adds no header and no line", async () => {
  const mail = await renderMail(
    "order-accepted",
    {
      ...samples["order-accepted"],
      contractNumber: "C-1\r\nBcc: a@b.example",
      recipientName: "A\n\nB",
    },
    "en",
  );
  expect(mail.subject).toBe("Your order is accepted (contract C-1 Bcc: a@b.example)");
  expect(mail.text).toContain("Dear A B,");
});

test.each(["javascript:alert(1)", "//evil.example", "data:text/html,x", "https://a b"])(
  "refuses %s as a link",
  async (url) => {
    await expect(
      renderMail("password-reset", { ...samples["password-reset"], url }, "ja"),
    ).rejects.toThrow(RangeError);
  },
);

test("a first reminder does not threaten termination, a second does", async () => {
  const first = await renderMail(
    "payment-reminder",
    { ...samples["payment-reminder"], stage: "first" },
    "ja",
  );
  const second = await renderMail("payment-reminder", samples["payment-reminder"], "ja");
  expect(first.text).not.toContain("解除");
  expect(second.text).toContain("解除");
});

test("the text reads as lines of label and value", async () => {
  const mail = await renderMail("renewed", samples.renewed, "ja");
  expect(mail.text).toContain("みなと商事株式会社\n山田 太郎 様\n");
  expect(mail.text).toContain("- 契約番号：C-2025-00042\n- 更新後の利用期間：");
});
