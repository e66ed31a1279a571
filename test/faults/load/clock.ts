import { setTimeout as pause } from "node:timers/promises";
import { openVisitor } from "../visitor.ts";
import { luckOf, redirectOf, type Load } from "./load.ts";

/** Moves the demo's clock on, now by a day, now by a week, `most` times. */
export async function beginClock(load: Load, name: string, most: number) {
  const chance = luckOf(load, name);
  const visitor = openVisitor(load.origin, load.weather);
  let steps = 0;
  return async () => {
    await pause(chance.whole(800, 2500));
    if (steps >= most || load.isOver()) return;
    steps += 1;
    const step = chance.happens(40) ? "day" : "week";
    redirectOf(await visitor.post("/demo/clock", [["step", step]]), "moving the clock");
  };
}
