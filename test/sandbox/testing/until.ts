import { setTimeout as wait } from "node:timers/promises";

const GIVE_UP_AFTER_LOOKS = 1_500;

/** Looks again and again until the condition holds; fails after some 15 seconds of looking. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < GIVE_UP_AFTER_LOOKS; looks += 1) {
    if (await holds()) return;
    await wait(10);
  }
  throw new Error("The awaited condition never held");
}
