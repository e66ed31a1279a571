import { defineConfig } from "vitest/config";

/** Makes the migrated template that the test files of a project copy, once a run. */
const globalSetup = "test/helpers/database-setup.ts";
/** One seed for all properties of a run. */
const setupFiles = "test/properties/common-seed.ts";
/** A test that is about the log starts a process that has one. */
const env = { LOG_LEVEL: "silent" };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "pure",
          env,
          setupFiles,
          include: [
            "{app,db,emails,machines}/**/*.test.{ts,tsx}",
            "test/*.test.ts",
            "test/sandbox/**/*.test.ts",
          ],
          exclude: ["**/*.db.test.ts", "**/node_modules/**"],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "database",
          env,
          setupFiles,
          include: ["{app,db,test}/**/*.db.test.ts"],
          exclude: ["test/journeys/**", "**/node_modules/**"],
          globalSetup,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          env,
          setupFiles,
          include: ["test/journeys/**/*.test.ts"],
          globalSetup,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
