import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "#platform/config/config.ts";
import { openConfigured } from "#platform/db/open.ts";
import { withRows } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import { openKeys } from "#platform/sealing/open-keys.ts";
import { sealOf, sealsOf, searchHashes } from "#platform/sealing/seal.ts";

/** So many values sealed and opened in one transaction, beside the cipher alone over the same texts. */
export type SealingBench = Readonly<{
  name: string;
  ours_ms: number;
  baseline_ms: number | null;
  note: string;
}>;

const VALUES = 10_000;
const HOLDERS = 1_000;
const ROUNDS = 5;
const TEXT = "血圧が高めです。来月もう一度測ります。相談の希望があります。".repeat(7);
const COLUMN = "consultation.note";

export async function benchSealing(): Promise<readonly SealingBench[]> {
  const folder = mkdtempSync(join(tmpdir(), "yui-bench-"));
  const config = readConfig({ YUI_DATA: join(folder, "data") });
  const { db, close } = await openConfigured(config);
  try {
    await openKeys(config, db);
    const ids = Array.from({ length: VALUES }, () => newId() as string);
    const person = { kind: "person", id: newId() } as const;
    const within = <T>(work: Parameters<typeof withRows<T>>[2]) =>
      withRows(db, { actor: "<bench>", areas: [] }, work);
    const key = randomBytes(32);
    const alone = { seal: ids.map(() => cipherAlone(key)), open: [] as string[] };
    let sealed: Buffer[] = [];
    const seal = await both(
      async () => {
        const all = await within(async (access) => {
          const by = await sealOf(access, person);
          return ids.map((id) => by.seal(COLUMN, id, TEXT));
        });
        sealed = all.map((one) => one.toPostgres());
      },
      () => {
        alone.seal = ids.map(() => cipherAlone(key));
      },
    );
    const open = await both(
      () =>
        within(async (access) => {
          const by = await sealOf(access, person);
          for (const [at, id] of ids.entries())
            if (by.open(COLUMN, id, sealed[at]!) !== TEXT) throw new Error("another text came out");
        }),
      () => {
        alone.open = alone.seal.map((one) => decipherAlone(key, one));
      },
    );
    const holders = ids.slice(0, HOLDERS).map((id) => ({ kind: "person", id }) as const);
    const make = await timed(() => within((access) => sealsOf(access, holders)));
    const load = await both(() => within((access) => sealsOf(access, holders)));
    const hash = await both(async () => {
      const of = await within(searchHashes);
      for (const id of ids) of("person.kana", id);
    });
    const values = `${VALUES.toLocaleString("en")} values of ${Buffer.byteLength(TEXT)} bytes`;
    const note = "in one transaction, its key loaded; baseline: AES-256-GCM alone over the same texts";
    return [
      { name: `seal ${values}`, ours_ms: seal[0], baseline_ms: seal[1], note },
      { name: `open ${values}`, ours_ms: open[0], baseline_ms: open[1], note },
      {
        name: `make the keys of ${HOLDERS} holders`,
        ours_ms: make,
        baseline_ms: null,
        note: "once for each",
      },
      { name: `load the keys of ${HOLDERS} holders`, ours_ms: load[0], baseline_ms: null, note: "one query" },
      {
        name: `${VALUES.toLocaleString("en")} hashes to search by`,
        ours_ms: hash[0],
        baseline_ms: null,
        note: "",
      },
    ];
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function cipherAlone(key: Buffer): Buffer[] {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const sealed = cipher.update(TEXT, "utf8");
  cipher.final();
  return [nonce, sealed, cipher.getAuthTag()];
}

function decipherAlone(key: Buffer, [nonce, sealed, tag]: Buffer[]): string {
  const decipher = createDecipheriv("aes-256-gcm", key, nonce!);
  decipher.setAuthTag(tag!);
  const text = decipher.update(sealed!).toString("utf8");
  decipher.final();
  return text;
}

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Best of several rounds, the two taking turns, so that both meet the same machine. */
async function both(ours: () => unknown, baseline: () => unknown = () => 0): Promise<[number, number]> {
  let best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++)
    best = [Math.min(best[0], await timed(ours)), Math.min(best[1], await timed(baseline))];
  return best;
}
