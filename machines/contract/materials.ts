import { base } from "./base.ts";

const noteMaterials = base.assign(({ context: { heldMaterials }, event }) =>
  event.type === "materialHeld" ? { heldMaterials: [...heldMaterials, event.requestId] } : {},
);

export const dropMaterials = base.assign({
  heldMaterials: ({ context, event }) =>
    context.heldMaterials.filter((id) => event.type !== "materialGone" || id !== event.requestId),
});

const toReturn = (machineId: string) => ({
  type: "tell" as const,
  params: {
    kind: "materialRequest" as const,
    machineId,
    event: { type: "contractEnded" },
  },
});

/** What the customer provided goes back once the contract has ended (A25.5). */
export const askMaterialsBack = base.enqueueActions(({ context, enqueue }) => {
  for (const requestId of context.heldMaterials) enqueue(toReturn(requestId));
});

/** Materials that come after the end go back at once. */
export const noteLateMaterials = base.enqueueActions(({ event, enqueue }) => {
  if (event.type !== "materialHeld") return;
  enqueue(noteMaterials);
  enqueue(toReturn(event.requestId));
});

/** What a contract that lives hears of the materials that the operator holds (A25.1, A25.5). */
export const materials = {
  materialHeld: { meta: { clause: "A25.1" }, actions: noteMaterials },
  materialGone: {
    guard: "isHeldMaterial",
    meta: { clause: "A25.5" },
    actions: dropMaterials,
  },
} as const;
