const labels: Record<string, string> = {
  termEnd: "契約期間の満了日",
  notice: "申出から2か月の満了日",
  wished: "ご希望の日",
  termStart: "契約期間の初日",
  issuedOn: "請求書の発行日",
  deliveredOn: "請求書の到達日",
  invoice: "請求書の支払期限",
  acceleration: "期限の利益を失う日",
  contractEnd: "契約終了による支払期限",
};

/** How a day was found, in words; days come in as they are shown. */
export const derivation = {
  ask: "なぜこの日か",
  result: (day: string) => `よって、${day}です。`,
  periodFrom: (first: string, months: number) =>
    `${first}を初日とする${months}か月の期間です。初日も数えます。`,
  eventFrom: (event: string, first: string, months: number) =>
    `${event}の出来事から${months}か月です。その日は数えず、翌日の${first}から数えます（初日不算入）。`,
  corresponding: (corresponding: string, result: string) =>
    `数え始めの日に応当する日は${corresponding}で、期間はその前日の${result}に満了します。`,
  monthEnd: (result: string) =>
    `最後の月に応当する日がないため、その月の末日の${result}に満了します。`,
  daysAfter: (event: string, first: string, days: number, result: string) =>
    `${event}の翌日の${first}から数えて${days}日目は${result}です。`,
  daysBefore: (from: string, days: number, result: string) =>
    `${from}の${days}日前は${result}です。`,
  endOfThisMonth: (from: string, result: string) => `${from}が属する月の末日は${result}です。`,
  endOfLaterMonth: (from: string, months: number, result: string) =>
    months === 1
      ? `${from}が属する月の翌月の末日は${result}です。`
      : `${from}が属する月から${months}か月後の月の末日は${result}です。`,
  monthsBefore: (from: string, months: number, result: string) =>
    `${from}の${months}か月前の同じ日は${result}です。`,
  monthsBeforeClamped: (from: string, months: number, result: string) =>
    `${from}の${months}か月前の月に同じ日がないため、その月の末日の${result}とします。`,
  timely: (target: string, months: number, result: string) =>
    `申し出てから${months}か月が${target}までに満了する、いちばん遅い日は${result}です。`,
  timelyBefore: (target: string, months: number, result: string) =>
    `お知らせから${months}か月が${target}より前に満了する、いちばん遅い日は${result}です。`,
  inTime: (notice: string, end: string) => `${notice}なら、${end}に満了し、間に合います。`,
  tooLate: (notice: string, end: string) => `${notice}では、${end}に満了し、間に合いません。`,
  laterReading: (a: string, b: string, result: string) =>
    `数え方が二通りある（${a}と${b}）ため、お客様に有利な遅いほうの${result}を期限とします。`,
  sameReading: (result: string) => `二通りの数え方のどちらでも${result}になります。`,
  operatorReading: (result: string) => `運営者が知らせる期限は${result}です。`,
  bankOpen: (day: string) => `${day}は銀行の営業日なので、そのままです。`,
  bankClosed: (day: string, reason: string) => `${day}は銀行の休業日です（${reason}）。`,
  bankNext: (day: string) => `次の営業日の${day}に繰り延べます。`,
  closures: {
    saturday: "土曜日",
    sunday: "日曜日",
    holiday: "祝日",
    yearEnd: "年末年始",
  },
  only: (label: string, day: string) => `${label}は${day}です。`,
  earliest: (label: string, day: string) => `このうち最も早い、${label}の${day}とします。`,
  latest: (label: string, day: string) => `このうち最も遅い、${label}の${day}とします。`,
  label: (name: string) => labels[name] ?? name,
};
