import { readCounts } from "./counts/counts.ts";

/** `sum-counts FOLDER FAILED`: what failed and, last, what was counted; a step that broke without a failed test counts as one. */
const [folder, brokenStep] = process.argv.slice(2);
const { passed, failed, failures } = readCounts(folder!);
const lost = brokenStep === "0" || failed > 0 ? 0 : 1;
for (const failure of failures) process.stdout.write(`failed: ${failure}\n`);
process.stdout.write(`${passed} passed, ${failed + lost} failed\n`);
process.exitCode = failed + lost > 0 || passed === 0 ? 1 : 0;
