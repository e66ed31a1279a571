import { decoded } from "#app/usecases/files/decoded.ts";
import { parseCsv, type CsvRow } from "#app/usecases/files/parse-csv.ts";
import { isStorable } from "#app/usecases/notices/typed-fields.ts";
import { serialNumber as serial } from "#machines/stock-device/events.ts";

/** A device as a line of a file names it. */
export interface DeviceLine {
  /** The line of the file, from 1. */
  line: number;
  serialNumber: string;
  model: string;
  menuCode: string;
}

/** Why a line is refused. */
export type DeviceLineFault = "serial" | "model" | "menu" | "repeated" | "known";

/** Why a whole file is refused. */
export type DeviceFileFault = "empty" | "encoding" | "headings" | "quote" | "tooMany";

/** A line that is refused, as it stood in the file. */
export interface RefusedLine {
  line: number;
  found: string;
  faults: DeviceLineFault[];
}

/** What a file holds: devices, and lines that name none. */
export interface DeviceFile {
  devices: DeviceLine[];
  refused: RefusedLine[];
}

/** The most devices that one file brings. */
export const mostDevices = 2000;

const longestModel = 80;

/** Compared without blanks, in any width and case. */
const headings = {
  serialNumber: ["シリアル番号", "シリアル", "製造番号", "serial number", "serial"],
  model: ["機種", "型番", "model"],
  menuCode: ["メニュー", "メニューコード", "menu", "menu code"],
} as const satisfies Record<string, readonly string[]>;

type Fact = keyof typeof headings;

const plain = (text: string) => text.normalize("NFKC").replace(/\s/g, "").toLowerCase();

function columnsOf({ cells }: CsvRow): Partial<Record<Fact, number>> {
  const names = cells.map(plain);
  const found = Object.entries(headings).map(([fact, words]) => {
    const known = words.map(plain);
    return [fact, names.findIndex((name) => known.includes(name))] as const;
  });
  return Object.fromEntries(found.filter(([, place]) => place >= 0));
}

/** A serial number as it is kept, in whatever width and case it was typed. */
export const spelledSerial = (text: string): string => text.normalize("NFKC").trim().toUpperCase();

/**
 * Reads a list of devices (CSV in UTF-8 or Shift_JIS): columns are found by their headings, a line that is
 * wrong is refused by itself, and of two lines with the same serial number the first one counts.
 *
 * @param menuCodes the option menus that lend devices; with one of them alone the column may be left out
 */
export function readDeviceFile(
  bytes: Uint8Array,
  menuCodes: readonly string[],
): DeviceFile | { fault: DeviceFileFault; line: number } {
  const whole = (fault: DeviceFileFault, line = 1) => ({ fault, line });
  const text = decoded(bytes, "utf-8") ?? decoded(bytes, "shift_jis");
  if (text === null || text.includes("\0")) return whole("encoding");
  const { rows, openQuote } = parseCsv(text);
  if (openQuote !== null) return whole("quote", openQuote);
  const [heading, ...lines] = rows;
  if (!heading) return whole("empty");
  const columns = columnsOf(heading);
  if (columns.serialNumber === undefined || columns.model === undefined) {
    return whole("headings", heading.line);
  }
  if (lines.length === 0) return whole("empty", heading.line);
  if (lines.length > mostDevices) return whole("tooMany", lines[mostDevices]?.line);
  const file: DeviceFile = { devices: [], refused: [] };
  const seen = new Set<string>();
  for (const { line, cells } of lines) {
    const cell = (fact: Fact) => (cells[columns[fact] ?? -1] ?? "").trim();
    const [serialNumber, model] = [spelledSerial(cell("serialNumber")), cell("model")];
    const typedMenu = cell("menuCode").normalize("NFKC").toUpperCase();
    const only = menuCodes.length === 1 ? menuCodes[0] : undefined;
    const menuCode = typedMenu === "" ? only : menuCodes.find((code) => code === typedMenu);
    const isSerial = serial.safeParse(serialNumber).success;
    const faults: DeviceLineFault[] = [
      ...(isSerial ? [] : (["serial"] as const)),
      ...(model !== "" && isStorable(model, longestModel) ? [] : (["model"] as const)),
      ...(menuCode === undefined ? (["menu"] as const) : []),
      ...(seen.has(serialNumber) ? (["repeated"] as const) : []),
    ];
    if (faults.length === 0 && menuCode !== undefined) {
      file.devices.push({ line, serialNumber, model, menuCode });
      seen.add(serialNumber);
    } else file.refused.push({ line, found: cells.join(",").toWellFormed().slice(0, 200), faults });
  }
  return file;
}
