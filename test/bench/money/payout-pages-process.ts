/** Stripe's side of a payout, until it is killed: node payout-pages-process.ts CHARGES. */
import { answerWhenTold } from "../engine/forked.ts";
import { openPayoutPages } from "./payout-pages.ts";

const charges = Number(process.argv[2]);
await answerWhenTold(() => openPayoutPages(charges));
