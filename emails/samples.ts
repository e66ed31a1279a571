import { deviceSamples } from "./samples/devices.ts";
import { matterSamples } from "./samples/matters.ts";
import type { Samples } from "./samples/base.ts";
import { accountSamples } from "./samples/accounts.ts";
import { cardSamples } from "./samples/cards.ts";
import { breachSamples } from "./samples/breaches.ts";
import { consentSamples } from "./samples/consents.ts";
import { endSamples } from "./samples/ends.ts";
import { moneySamples } from "./samples/money.ts";
import { inspectionSamples } from "./samples/inspections.ts";
import { optionSamples } from "./samples/options.ts";
import { orderSamples } from "./samples/orders.ts";
import { serviceSamples } from "./samples/service.ts";
import { termsSamples } from "./samples/terms.ts";

/** One example of every mail, with the dates of a contract from 2025-04-01; for tests and previews. */
export const samples: Samples = {
  ...accountSamples,
  ...orderSamples,
  ...moneySamples,
  ...cardSamples,
  ...termsSamples,
  ...endSamples,
  ...serviceSamples,
  ...optionSamples,
  ...deviceSamples,
  ...matterSamples,
  ...inspectionSamples,
  ...consentSamples,
  ...breachSamples,
};
