import { defineConfig } from "vitest/config";
import { CountsReporter } from "./scripts/counts/counts.ts";
import { setTestClock } from "./test/clock.ts";

setTestClock();

/** Run apart by `npm run whole`. */
export const WHOLE = ["test/matrix/http", "test/attack", "test/backup", "test/adding-a-module"];

export default defineConfig({
  test: {
    globalSetup: ["test/setup/server.ts"],
    include: ["{src,packages,scripts,test}/**/*.test.{ts,tsx}"],
    exclude: ["test/journeys/**", ...WHOLE.map((folder) => `${folder}/**`), "**/node_modules/**"],
    reporters: ["default", new CountsReporter()],
    // Much of a test is waiting for the database; left alone, one worker would run on two cores.
    maxWorkers: "100%",
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
