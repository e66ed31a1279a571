import { on } from "#test/helpers/given.ts";
import type { Told } from "./lives.ts";

const register = { type: "register", model: "VPN-50", menuCode: "NDR-MVPN" };
const reason = "電源が入らない";

/** Devices that were repaired up to four times and then retired, from the store or from repair. */
export function stockLives(): Told[] {
  const months = ["02", "03", "04", "05"];
  return [0, 1, 2, 3, 4].flatMap((repairs) =>
    ["free", "inRepair"].map((from): Told => {
      const repaired = months
        .slice(0, repairs)
        .flatMap((month) => [
          on(`2026-${month}-27`, { type: "sendToRepair", reason }),
          on(`2026-${month}-28`, { type: "makeAvailable" }),
        ]);
      const last = on("2026-06-29", { type: "sendToRepair", reason });
      return {
        kind: "stockDevice",
        events: [
          on("2026-01-30", { ...register, serialNumber: `SN-${repairs}` }),
          on("2026-01-31", { type: "makeAvailable" }),
          ...repaired,
          ...(from === "free" ? [] : [last]),
          on("2026-06-30", { type: "retire", reason }),
        ],
      };
    }),
  );
}
