import { defineConfig } from "vitest/config";

/** Makes the migrated template that the test files of a project copy, once a run. */
const globalSetup = "test/helpers/database-setup.ts";
/** A test that is about the log starts a process that has one. */
const env = { LOG_LEVEL: "silent" };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "pure",
          env,
          include: [
            "{app,db,emails,machines}/**/*.test.{ts,tsx}",
            "test/*.test.ts",
            "test/sandbox/**/*.test.ts",
          ],
          exclude: ["**/*.db.test.ts", "**/node_modules/**"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "database",
          env,
          include: ["{app,db,test}/**/*.db.test.ts"],
          exclude: ["test/journeys/**", "**/node_modules/**"],
          globalSetup,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          env,
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
