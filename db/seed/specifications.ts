import type { TermsArticle } from "#db/schema/terms.ts";

type Text = readonly [ja: string, en: string];

/** A section of a specification: its title and its paragraphs, in both languages. */
type Section = readonly [title: Text, ...paragraphs: Text[]];

const sectionsOf = (...sections: Section[]): TermsArticle[] =>
  sections.map(([[titleJa, titleEn], ...paragraphs], place) => ({
    ...{ number: place + 1, titleJa, titleEn },
    paragraphs: paragraphs.map(([ja, en], at) => ({ number: at + 1, ja, en })),
  }));

const hours: Section = [
  ["対応時間", "Hours"],
  [
    "問い合わせの受付は、平日の9時から18時までとする。",
    "Questions are taken from 9:00 to 18:00 on working days.",
  ],
];

/** The specifications (仕様書, A2) of the demo's menus, by the menu's code. */
export const specifications: Readonly<Record<string, readonly TermsArticle[]>> = {
  "NDR-BASE": sectionsOf(
    [
      ["提供内容", "What is provided"],
      [
        "お客様のNDRセンサーが上げた検知を、アナリストが24時間365日確認し、調査が必要なものを選び出す。",
        "Round the clock, on every day of the year, analysts look through what the customer's NDR sensors detect and pick out what needs to be examined.",
      ],
      [
        "調査の結果、疑わしい端末が分かったときは、その端末と根拠をお客様に知らせる。",
        "Where the examination points to a suspicious terminal, the customer is told which one and why.",
      ],
    ],
    [
      ["連絡の目標時間", "Target times"],
      [
        "緊急度が高い検知は、確認から30分以内を目標に電話とメールで連絡する。",
        "What is urgent is reported by telephone and mail, aiming at 30 minutes from its confirmation.",
      ],
      [
        "緊急度が中程度の検知は、確認から4時間以内を目標にメールで連絡する。",
        "What is of medium urgency is reported by mail, aiming at four hours from its confirmation.",
      ],
    ],
    [
      ["前提条件", "Conditions"],
      [
        "センサーから管理画面までの通信と、管理画面の閲覧権限を、お客様が用意する。",
        "The customer provides the connection from the sensors to the console, and access to the console.",
      ],
    ],
  ),
  "NDR-REPORT": sectionsOf(
    [
      ["提供内容", "What is provided"],
      [
        "前月の検知と対応をまとめた報告書を、毎月10営業日目までに渡す。",
        "A report on last month's detections and their handling is delivered by the tenth working day of each month.",
      ],
      [
        "報告書をもとに、月に1回、60分以内のオンライン定例会を開く。",
        "Once a month an online review of at most 60 minutes follows the report.",
      ],
    ],
    hours,
  ),
  "NDR-HUNT": sectionsOf(
    [
      ["提供内容", "What is provided"],
      [
        "四半期に1回、新しい攻撃手口を仮説として通信記録を調べ、結果を報告書で渡す。",
        "Once a quarter, traffic records are searched along hypotheses on new ways of attack, and the result is reported in writing.",
      ],
      [
        "対象とする記録は、調査日からさかのぼって90日分までとする。",
        "Records of up to 90 days before the search are covered.",
      ],
    ],
    hours,
  ),
  "NDR-MVPN": sectionsOf(
    [
      ["提供内容", "What is provided"],
      [
        "接続機器を1拠点につき1台貸し出し、監視拠点との間を暗号化した経路で結ぶ。",
        "One connection device is lent for each site; it joins the site to the monitoring centre over an encrypted path.",
      ],
    ],
    [
      ["故障への対応", "Faults"],
      [
        "故障の連絡を受けたときは、翌営業日までに代わりの機器を発送する。",
        "When a fault is reported, another device is shipped by the next working day.",
      ],
      [
        "設置と動作確認は、手順書に沿ってお客様が行う。",
        "The customer installs the device along the instructions and confirms that it works.",
      ],
    ],
    hours,
  ),
  "NDR-TUNE": sectionsOf(
    [
      ["作業の内容", "The work"],
      [
        "開始から30日間の検知を分析し、誤検知の多い検知規則を最大20件まで調整する。",
        "The detections of the first 30 days are analysed, and up to 20 rules that raise false alarms are adjusted.",
      ],
    ],
    [
      ["納品物", "Deliverables"],
      [
        "調整の内容と根拠を記した作業報告書を渡す。",
        "A work report states each adjustment and its grounds.",
      ],
    ],
  ),
  "NDR-DRILL": sectionsOf(
    [
      ["作業の内容", "The work"],
      [
        "実際の侵害に沿った筋書きで、3時間以内の机上演習を1回行う。参加者は20名までとする。",
        "One table-top exercise of at most three hours along a realistic intrusion, for up to 20 people.",
      ],
    ],
    [
      ["納品物", "Deliverables"],
      [
        "講評と改善点をまとめた報告書を、演習から10営業日以内に渡す。",
        "A written assessment with points to improve follows within ten working days.",
      ],
    ],
  ),
};
