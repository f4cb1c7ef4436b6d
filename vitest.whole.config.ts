import { defineConfig } from "vitest/config";
import { CountsReporter } from "./scripts/counts/counts.ts";
import { setTestClock } from "./test/clock.ts";
import { WHOLE } from "./vitest.config.ts";

setTestClock();

/** What starts whole services or copies the whole house: minutes each, so a run of its own, which CI makes too. */
export default defineConfig({
  test: {
    globalSetup: ["test/setup/server.ts"],
    include: WHOLE.map((folder) => `${folder}/*.test.ts`),
    reporters: ["default", new CountsReporter()],
    maxWorkers: "100%",
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
