import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shiftJis } from "#test/helpers/bank-files.ts";
import { mostDevices, readDeviceFile } from "./read-device-file.ts";

const codes = ["NDR-MVPN"];
const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string, menus = codes) => readDeviceFile(utf8(text), menus);
const heading = "シリアル番号,機種,メニュー";
const device = (line: number, serialNumber: string, model = "VPN-50") => {
  return { line, serialNumber, model, menuCode: "NDR-MVPN" };
};

describe("a list of devices", () => {
  test.each([
    ["Japanese headings", `${heading}\nSN-1,VPN-50,NDR-MVPN`],
    ["English ones in any case", "Serial Number,MODEL,Menu\r\nSN-1,VPN-50,NDR-MVPN\r\n"],
    ["other columns and another order", "備考,型番,製造番号\nx,VPN-50,SN-1"],
    ["full width and small letters", "ｓｅｒｉａｌ,ｍｏｄｅｌ\nｓｎ－1,VPN-50"],
    ["a byte order mark and quotes", '\ufeff"シリアル番号","機種"\n"SN-1","VPN-50"'],
    ["a small menu code", `${heading}\nSN-1,VPN-50,ndr-mvpn`],
  ])("is read with %s", (_, text) => {
    expect(read(text)).toEqual({ devices: [device(2, "SN-1")], refused: [] });
  });

  test("is read in Shift_JIS too", () => {
    const bytes = shiftJis("シリアル番号,機種\r\nSN-1,防水型");
    expect(readDeviceFile(bytes, codes)).toEqual({
      ...{ devices: [device(2, "SN-1", "防水型")], refused: [] },
    });
  });

  test("has each wrong line refused with all that is wrong, and the others taken", () => {
    const lines = ["SN-1,VPN-50", "SN 2,VPN-50", "SN-1,VPN-51", ",", "SN-3,,X", "SN-4,VPN-50"];
    expect(read(`シリアル番号,機種,メニュー\n${lines.join("\n")}`)).toEqual({
      devices: [device(2, "SN-1"), device(7, "SN-4")],
      refused: [
        { line: 3, found: "SN 2,VPN-50", faults: ["serial"] },
        { line: 4, found: "SN-1,VPN-51", faults: ["repeated"] },
        { line: 6, found: "SN-3,,X", faults: ["model", "menu"] },
      ],
    });
  });

  test("names its menu where several lend devices", () => {
    const text = `${heading}\nSN-1,VPN-50,\nSN-2,VPN-50,NDR-B`;
    expect(read(text, ["NDR-A", "NDR-B"])).toMatchObject({
      devices: [{ serialNumber: "SN-2", menuCode: "NDR-B" }],
      refused: [{ line: 2, faults: ["menu"] }],
    });
  });

  test.each([
    ["nothing", "", "empty", 1],
    ["headings alone", heading, "empty", 1],
    ["no headings", "SN-1,VPN-50", "headings", 1],
    ["a quotation that never ends", `${heading}\nSN-1,"VPN`, "quote", 2],
    ["NUL", `${heading}\nSN-1,V\0`, "encoding", 1],
    [
      "too many lines",
      `${heading}\n${Array.from({ length: mostDevices + 1 }, (_, n) => `SN-${n},V`).join("\n")}`,
      "tooMany",
      mostDevices + 2,
    ],
  ])("is refused as a whole with %s", (_, text, fault, line) => {
    expect(read(text)).toEqual({ fault, line });
  });

  test("is refused as a whole in another encoding", () => {
    expect(readDeviceFile(new Uint8Array([0xff, 0xfe, 0x81]), codes)).toEqual({
      ...{ fault: "encoding", line: 1 },
    });
  });

  test("brings or refuses each line once, whatever stands in it, and no serial number twice", () => {
    const cell = fc.oneof(
      fc.constantFrom("SN-1", "sn-1", "SN-2", "VPN-50", "", "NDR-MVPN", "x".repeat(90), "ＳＮ－2"),
      fc.string({ unit: "grapheme", maxLength: 6 }).map((text) => text.replace(/[\0"]/g, "")),
    );
    const row = fc.tuple(cell, cell, cell);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const text = rows.map((cells) =>
          cells.map((each) => `"${each.replace(/[\r\n]/g, " ")}"`).join(","),
        );
        const file = read(`${heading}\n${text.join("\n")}`);
        const filled = rows.flatMap((cells, n) =>
          cells.some((each) => each.trim() !== "") ? [n + 2] : [],
        );
        if ("fault" in file) {
          expect([file.fault, filled]).toEqual(["empty", []]);
          return;
        }
        const lines = [...file.devices, ...file.refused].map(({ line }) => line);
        expect(lines.toSorted((a, b) => a - b)).toEqual(filled);
        const serials = file.devices.map(({ serialNumber }) => serialNumber);
        expect(new Set(serials).size).toBe(serials.length);
        for (const { faults } of file.refused) expect(faults.length).toBeGreaterThan(0);
      }),
    );
  });
});
