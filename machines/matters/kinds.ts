import type { MachineKind } from "../engine/outgoing.ts";

/** The kinds of matters (届出・依頼) between customer and operator beside the orders. */
export const matterKinds = [
  ...(["informationChange", "materialRequest", "deviceInquiry", "claim"] as const),
  ...(["incidentContact", "confidentialItem"] as const),
] as const satisfies readonly MachineKind[];

export type MatterKind = (typeof matterKinds)[number];
