/** What a menu is: the basic menu every contract needs (A2), or one of the three kinds of option. */
export type MenuKind = "basic" | "subscription" | "device" | "work";

/**
 * One menu of the demo catalog.
 * `annualPrice` is integer yen without consumption tax for a term of twelve months; for kind `work`
 * it is the price of one completed piece of work.
 */
export type CatalogMenu = {
  code: string;
  kind: MenuKind;
  nameJa: string;
  nameEn: string;
  summaryJa: string;
  summaryEn: string;
  annualPrice: number;
};

/** The menus that the fictional operator sells: one basic menu and five options (A2, A7.1, A11). */
export const catalog: readonly CatalogMenu[] = [
  {
    code: "NDR-BASE",
    kind: "basic",
    nameJa: "NDR監視 基本メニュー",
    nameEn: "Managed NDR Basic Menu",
    summaryJa:
      "お客様のNDRセンサーが上げた検知を、アナリストが昼夜を問わず調べます。疑わしい端末を絞り込み、緊急度の高いものから順にご連絡します。",
    summaryEn:
      "Analysts examine what your NDR sensors detect, day and night. They narrow it down to the suspicious terminals and contact you in order of urgency.",
    annualPrice: 3_960_000,
  },
  {
    code: "NDR-REPORT",
    kind: "subscription",
    nameJa: "月次レポート・定例会オプション",
    nameEn: "Monthly Report and Review Option",
    summaryJa:
      "一か月の検知の傾向と対応の結果を報告書にまとめ、オンラインの定例会で担当アナリストがご説明します。",
    summaryEn:
      "A report on the month's detections and how they were handled, explained by your analyst in an online meeting.",
    annualPrice: 720_000,
  },
  {
    code: "NDR-HUNT",
    kind: "subscription",
    nameJa: "脅威ハンティングオプション",
    nameEn: "Threat Hunting Option",
    summaryJa:
      "新しい攻撃手口の情報をもとに、通信記録をさかのぼって侵入の痕跡がないかを四半期ごとに調べます。",
    summaryEn:
      "Every quarter, analysts search past traffic records for traces of intrusion, guided by what is newly known about attackers.",
    annualPrice: 1_440_000,
  },
  {
    code: "NDR-MVPN",
    kind: "device",
    nameJa: "モニタリングVPN接続オプション",
    nameEn: "Monitoring VPN Connection Option",
    summaryJa:
      "監視拠点とお客様の拠点を暗号化した経路でつなぐ接続機器をお貸しします。設置と動作確認はお客様にお願いしています。",
    summaryEn:
      "We lend a connection device that joins your site to our monitoring centre over an encrypted path. You install it and confirm that it works.",
    annualPrice: 396_000,
  },
  {
    code: "NDR-TUNE",
    kind: "work",
    nameJa: "初期チューニング作業",
    nameEn: "Initial Tuning Work",
    summaryJa:
      "導入直後に誤検知の多い検知規則を見直し、お客様の環境に合わせて調整します。結果は作業報告書でお渡しします。",
    summaryEn:
      "Soon after the start we review the detection rules that raise false alarms and adjust them to your network. The result is handed over as a work report.",
    annualPrice: 580_000,
  },
  {
    code: "NDR-DRILL",
    kind: "work",
    nameJa: "インシデント対応訓練",
    nameEn: "Incident Response Drill",
    summaryJa:
      "実際の侵害に沿った筋書きで、連絡から封じ込めまでを机上で演習します。講評と改善点を報告書でお渡しします。",
    summaryEn:
      "A table-top exercise along a realistic intrusion, from the first call to containment. You receive a written assessment with points to improve.",
    annualPrice: 850_000,
  },
];
