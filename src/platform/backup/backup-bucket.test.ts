import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "@20minutes/s3rver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backupBucketOf } from "./backup-bucket.ts";
import { backupName } from "./generations.ts";

const folder = mkdtempSync(join(tmpdir(), "yui-bucket-"));
const server = new S3rver({
  ...{ address: "127.0.0.1", port: 0, silent: true, directory: join(folder, "s3") },
  configureBuckets: [{ name: "yui", configs: [] }],
});
let address: string;

beforeAll(async () => {
  mkdirSync(join(folder, "s3"));
  const { port } = await server.run();
  address = `http://127.0.0.1:${port}/yui`;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const bucket = (change: object = {}) =>
  backupBucketOf({
    backupBucket: { address, keyId: "S3RVER", secret: "S3RVER", region: "us-east-1", ...change },
  })!;
const named = (day: string) => join(folder, backupName(new Date(`${day}T17:00:00Z`)));

describe("the bucket of backups", () => {
  it("takes files, lists them in their order, gives them back byte for byte, and lets them go", async () => {
    const bytes = Buffer.alloc(300_000, "結");
    for (const day of ["2027-01-02", "2027-01-01"]) {
      writeFileSync(named(day), bytes);
      await bucket().put(named(day));
    }
    expect(await bucket().names()).toEqual([
      "yui-2027-01-01T170000Z.backup",
      "yui-2027-01-02T170000Z.backup",
    ]);
    const back = join(folder, "back");
    await bucket().get("yui-2027-01-01T170000Z.backup", back);
    expect(readFileSync(back).equals(bytes)).toBe(true);
    await bucket().remove("yui-2027-01-01T170000Z.backup");
    expect(await bucket().names()).toEqual(["yui-2027-01-02T170000Z.backup"]);
  });

  it("says in a sentence that it is away, that the keys are wrong, and that there is no such backup", async () => {
    await expect(bucket({ address: "http://127.0.0.1:9/yui" }).names()).rejects.toThrow(
      /can't be reached.*stands in its folder/,
    );
    await expect(bucket({ secret: "wrong" }).names()).rejects.toThrow(/answered 403/);
    await expect(bucket().get("yui-2020-01-01T170000Z.backup", join(folder, "none"))).rejects.toThrow(
      /answered 404/,
    );
  });

  it("is none where no setting names one", () =>
    expect(backupBucketOf({ backupBucket: undefined })).toBeUndefined());
});
