import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, openAsBlob } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AwsClient } from "aws4fetch";
import { SaxesParser } from "saxes";
import type { Config } from "#platform/config/config.ts";
import { BackupUnusable } from "./backup-unusable.ts";
import { isBackupName } from "./generations.ts";

/** Where copies of backups go besides the folder: a bucket of anything that speaks as S3 does. */
export type BackupBucket = Readonly<{
  names(): Promise<string[]>;
  /** Sends a file, and reads back how much arrived and by which sum. */
  put(file: string): Promise<void>;
  get(name: string, file: string): Promise<void>;
  remove(name: string): Promise<void>;
}>;

const SUM = "x-amz-meta-sha256";

/** The bucket of the settings; undefined where there is none. */
export function backupBucketOf({ backupBucket }: Pick<Config, "backupBucket">): BackupBucket | undefined {
  if (!backupBucket) return undefined;
  const { address, keyId, secret, region } = backupBucket;
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, service: "s3", region });
  const base = address.replace(/\/+$/, "");

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await client.fetch(`${base}${path}`, init).catch((error: Error) => {
      throw new BackupUnusable(
        `The bucket ${base} can't be reached (${causeOf(error)}); the backup stands in its folder.`,
      );
    });
    if (response.ok) return response;
    throw new BackupUnusable(
      `The bucket ${base} answered ${response.status} to ${init.method ?? "GET"} ${path}; check YUI_BACKUP_BUCKET and its keys.`,
    );
  }

  return {
    async names() {
      const found: string[] = [];
      for (let after = ""; ; ) {
        const listed = readListing(await (await ask(`?list-type=2&start-after=${after}`)).text());
        found.push(...listed.names.filter(isBackupName));
        if (!listed.more || listed.names.length === 0) return found.sort();
        after = encodeURIComponent(listed.names.at(-1)!);
      }
    },
    async put(file) {
      const sum = await sumOf(file);
      const body = await openAsBlob(file);
      const headers = { "x-amz-content-sha256": sum, [SUM]: sum };
      await ask(`/${basename(file)}`, { method: "PUT", body, headers });
      const there = await ask(`/${basename(file)}`, { method: "HEAD" });
      if (Number(there.headers.get("content-length")) !== body.size || there.headers.get(SUM) !== sum)
        throw new BackupUnusable(`${basename(file)} did not arrive whole in ${base}; send it again.`);
    },
    async get(name, file) {
      const response = await ask(`/${name}`);
      const draft = `${file}.part`;
      await pipeline(
        Readable.fromWeb(response.body as never),
        createWriteStream(draft, { flags: "w", mode: 0o600 }),
      );
      if (response.headers.get(SUM) !== (await sumOf(draft))) {
        await rm(draft);
        throw new BackupUnusable(`${name} came back otherwise than it was sent; take another generation.`);
      }
      await rename(draft, file);
    },
    async remove(name) {
      await ask(`/${name}`, { method: "DELETE" });
    },
  };
}

const causeOf = ({ cause, message }: Error): string =>
  (cause as { code?: string } | undefined)?.code ?? message;

async function sumOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** The keys of ListObjectsV2, and whether there are more behind them. */
function readListing(xml: string): { names: string[]; more: boolean } {
  const names: string[] = [];
  let more = false;
  let text = "";
  const parser = new SaxesParser();
  parser.on("opentag", () => {
    text = "";
  });
  parser.on("text", (piece) => {
    text += piece;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "Key") names.push(text);
    if (name === "IsTruncated") more = text === "true";
  });
  parser.write(xml).close();
  return { names, more };
}
