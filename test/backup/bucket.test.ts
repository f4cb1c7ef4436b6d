import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "@20minutes/s3rver";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "yui-bucket-command-"));
const data = join(folder, "data");
mkdirSync(join(folder, "s3"));
const server = new S3rver({
  ...{ address: "127.0.0.1", port: 0, silent: true, directory: join(folder, "s3") },
  configureBuckets: [{ name: "yui", configs: [] }],
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Runs beside this process, which holds the bucket. */
async function yui(args: readonly string[], more: Record<string, string> = {}) {
  const env = { ...process.env, DATABASE_URL: "", YUI_SECRET: "", YUI_DATA: data, ...more };
  const child = spawn(process.execPath, ["src/cli.ts", ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stdout.on("data", (text) => (said += text));
  child.stderr.on("data", (text) => (said += text));
  const code = await new Promise((done) => child.once("exit", done));
  return { code, said };
}

it("a backup goes to the bucket, and a store comes back from there alone", async () => {
  const { port } = await server.run();
  const bucket = {
    YUI_BACKUP_BUCKET: `http://127.0.0.1:${port}/yui`,
    YUI_BACKUP_BUCKET_KEY: "S3RVER",
    YUI_BACKUP_BUCKET_SECRET: "S3RVER",
  };
  expect((await yui(["demo", "load"])).code).toBe(0);
  const written = await yui(["backup"], bucket);
  expect(written.said).toContain("A copy stands in the bucket.");
  rmSync(`${data}.backups`, { recursive: true });

  const fetched = await yui(["backup", "fetch"], bucket);
  expect([fetched.code, fetched.said]).toEqual([0, expect.stringContaining("yui-20")]);
  const [name] = readdirSync(`${data}.backups`);
  const back = { YUI_DATA: join(folder, "back"), YUI_KEYS: `${data}.keys` };
  const restored = await yui(
    ["restore", join(`${data}.backups`, name!), "--key", `${data}.backup-key`],
    back,
  );
  expect([restored.code, restored.said]).toEqual([0, expect.stringContaining("each as it was written")]);

  const away = await yui(["backup"], { ...bucket, YUI_BACKUP_BUCKET: "http://127.0.0.1:9/yui" });
  expect([away.code, away.said]).toEqual([
    1,
    expect.stringMatching(/can't be reached.*stands in its folder/),
  ]);
  // The newest of a day stays; the one that came from the bucket is of the same day.
  expect(readdirSync(`${data}.backups`)).not.toContain(name);
}, 120_000);
