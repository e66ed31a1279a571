import fc from "fast-check";
import { commonParameters } from "./settings.ts";

// Before each test file: a property that says nothing of a seed would else try other cases in each run.
fc.configureGlobal(commonParameters);
