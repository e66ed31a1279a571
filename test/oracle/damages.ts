/** A year's damages on so many thousandths of a yen make one yen: 365 days of 1,000 thousandths. */
const fullCup = 365 * 1000;

/**
 * The damages of one part of a principal that was late for some days, in whole yen. Every day drips as much
 * into a cup as the part and the yearly rate (in thousandths) say; a full cup is a yen.
 */
export function dripped(part: number, perMille: number, daysLate: number): number {
  let yen = 0;
  let cup = 0;
  for (let day = 1; day <= daysLate; day += 1) {
    cup += part * perMille;
    while (cup >= fullCup) {
      cup -= fullCup;
      yen += 1;
    }
  }
  return yen;
}

/** The statutory rate in thousandths a year for a delay that begins on a day (ISO). */
export function legalRateOn(firstDayLate: string): number {
  return firstDayLate < "2020-04-01" ? 50 : 30;
}
