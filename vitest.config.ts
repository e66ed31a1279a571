import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "pure",
          include: ["machines/**/*.test.ts", "app/**/*.test.{ts,tsx}", "emails/**/*.test.{ts,tsx}", "db/**/*.test.ts", "test/*.test.ts", "test/sandbox/**/*.test.ts"],
          exclude: ["**/*.db.test.ts", "**/node_modules/**"],
        },
      },
      {
        test: {
          name: "database",
          include: ["{app,db,test}/**/*.db.test.ts"],
          exclude: ["test/journeys/**", "**/node_modules/**"],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/journeys/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
