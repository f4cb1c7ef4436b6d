import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** Runs Node with these words as a process of its own and watches its memory (VmHWM: the most that it ever held). */
export async function watchedProcess(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ ms: number; peak: number }> {
  const begun = performance.now();
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
  let peak = 0;
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It has ended.
    }
  }, 20);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", resolve);
  });
  clearInterval(watch);
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return { ms: performance.now() - begun, peak };
}
