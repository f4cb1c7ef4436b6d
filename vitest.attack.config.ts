import { defineConfig } from "vitest/config";
import { CountsReporter } from "./scripts/counts/counts.ts";
import { setTestClock } from "./test/clock.ts";

setTestClock();

/** Each of these has a service of its own and brings it down: one after the other, so that times mean something. */
export default defineConfig({
  test: {
    include: ["test/attack/*.attack.ts"],
    fileParallelism: false,
    reporters: ["default", new CountsReporter()],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
