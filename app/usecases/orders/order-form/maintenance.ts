import { z } from "zod";
import { code, day, line } from "./fields.ts";

/**
 * The maintenance contract (保守サービス) of the hardware on which the NDR product runs (A5.2).
 *
 * @param today ISO day; a contract that is over does not count
 */
export const maintenanceSchema = (today: string) =>
  z.object({
    vendor: line(100),
    contractNumber: code(60),
    hardwareModel: line(100),
    serialNumber: code(60),
    validUntil: day(today, undefined, "lapsed"),
  });

export type Maintenance = z.infer<ReturnType<typeof maintenanceSchema>>;
