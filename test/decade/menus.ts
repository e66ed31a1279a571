import type { ScopedMenu } from "#machines/engine/reach.ts";
import type { Chance } from "#test/faults/random.ts";
import type { Decade } from "./life.ts";

interface Menu extends ScopedMenu {
  annualPrice: number;
}

const menu = (code: string, kind: Menu["kind"], annualPrice: number): Menu => {
  return { code, kind, nameJa: `メニュー ${code}`, nameEn: `Menu ${code}`, annualPrice };
};

/** What can be bought; of a menu that goes there is another that stays. */
export const menus: readonly Menu[] = [
  ...[menu("BASE", "basic", 1_200_000), menu("PLUS", "basic", 2_345_679)],
  ...[menu("LITE", "basic", 599_999), menu("FULL", "basic", 4_800_001)],
  ...[menu("LOGS", "subscription", 240_001), menu("CLOUD", "subscription", 360_360)],
  ...[menu("NIGHT", "subscription", 77_777), menu("REPORT", "subscription", 120_000)],
  ...[menu("VPN", "device", 300_001), menu("TAP", "device", 180_180)],
  ...[menu("TUNING", "work", 500_000), menu("AUDIT", "work", 800_008)],
];

/** One of the menus of some kinds that can still be ordered and that somebody has not yet; else null. */
export function anyMenu(
  { goneMenus }: Decade,
  chance: Chance,
  kinds: readonly Menu["kind"][],
  has: readonly string[] = [],
): Menu | null {
  const [first, ...others] = menus.filter(
    ({ code, kind }) => kinds.includes(kind) && !goneMenus.has(code) && !has.includes(code),
  );
  return first ? chance.pick([first, ...others]) : null;
}

/** A menu as an order names it. */
export const sold = <Kind extends Menu["kind"]>({
  code: menuCode,
  ...rest
}: Menu & { kind: Kind }) => {
  return { menuCode, ...rest };
};
