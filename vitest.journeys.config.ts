import { defineConfig } from "vitest/config";
import { CountsReporter } from "./scripts/counts/counts.ts";
import { setTestClock } from "./test/clock.ts";

setTestClock();

/** Journeys share one app and one browser's worth of cores: one file after the other. */
export default defineConfig({
  test: {
    globalSetup: ["test/journeys/app.ts"],
    include: ["test/journeys/*.journey.ts"],
    fileParallelism: false,
    reporters: ["default", new CountsReporter()],
    // A council's year is some forty pages in a browser, each looked at by axe.
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
