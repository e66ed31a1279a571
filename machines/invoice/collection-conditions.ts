import type { Collectable } from "./collection.ts";

interface Given {
  context: Collectable;
  event: { type: string; day: string; cardId?: string | null };
}

const isAsked = ({ context: { collection } }: Given) => collection.asked > collection.days.length;

/** Whether the saved card may pay the invoice as things stand. */
const isOpen = ({ context }: Given) =>
  !context.collection.stopped && context.dispute === null && context.acceleratedTo === null;

/** Guards of what a saved card pays by itself. */
export const collectionConditions = {
  isAsked,
  mayAnnounce: (given: Given) =>
    isOpen(given) && given.context.collection.announcedFor !== given.context.dueDay,
  mayCharge: (given: Given) =>
    isOpen(given) &&
    isAsked(given) &&
    given.context.openPayment === null &&
    !given.context.collection.refused.includes(given.event.cardId ?? ""),
  isCollected: ({ context }: Given) => !context.collection.stopped,
  isStopped: ({ context }: Given) => context.collection.stopped,
};
