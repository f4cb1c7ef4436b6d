import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { type Config, ConfigError } from "#platform/config/config.ts";
import type { Database } from "#platform/db/database.ts";
import { tables, withRows } from "#platform/db/rows.ts";
import { secretFile, writeNew } from "./key-files.ts";

type Source = Pick<Config, "secret" | "keysFolder" | "databaseUrl" | "mode">;

/**
 * The secret that signs cookies, encrypts second factors and keys hashes: YUI_SECRET, or one that is made at the first
 * start and kept in the folder of keys. It is never in the database nor in the folder that is backed up: who steals a
 * backup forges no session and opens no second factor.
 */
export function secretOf(config: Source): string {
  if (config.secret) return config.secret;
  if (config.databaseUrl && config.mode === "production") {
    throw new ConfigError(
      "YUI_SECRET is missing: with DATABASE_URL every server of the installation needs the same secret; make one with `openssl rand -base64 48` and set it.",
    );
  }
  const file = secretFile(config);
  if (!existsSync(file)) writeNew(file, `${randomBytes(48).toString("base64")}\n`);
  return readFileSync(file, "utf8").trim();
}

/** A hash of what must not be kept itself (an address, say), keyed for that purpose alone. */
export const keyedHash = (config: Source, purpose: string, ...parts: readonly string[]): string =>
  createHmac("sha256", secretFor(config, purpose)).update(parts.join("\0")).digest("base64url");

/** A key of its own for that purpose, derived from the secret. */
export const secretFor = (config: Source, purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secretOf(config), "", `yui ${purpose}`, 32));

/** The codes of the audit log: HMAC-SHA256 in hexadecimal, under a key of their own. */
export function stampOf(config: Source): (text: string) => string {
  const key = secretFor(config, "audit");
  return (text) => createHmac("sha256", key).update(text, "utf8").digest("hex");
}

const SCOPE = { actor: "<sealing>", areas: [] } as const;
const NAME = "secret";
/** In place of a mark: whatever secret is there is taken for the right one. */
const ANY = "any";

/** A hash by which the secret that is there is known again; undefined where there is none. */
export const secretMarkOf = (config: Source): string | undefined =>
  config.secret !== undefined || existsSync(secretFile(config)) ? keyedHash(config, "mark") : undefined;

/**
 * Refuses a start with another secret than the one on which something depends. `depends` says what, in words, or
 * undefined where nothing does; it is told whether a secret was ever noted.
 */
export async function refuseLostSecret(
  config: Source,
  database: Database,
  depends: (noted: boolean) => Promise<string | undefined>,
): Promise<void> {
  const noted = await withRows(database, SCOPE, (access) =>
    tables(access).selectFrom("secretMark").select("mark").where("name", "=", NAME).executeTakeFirst(),
  );
  const mark = secretMarkOf(config);
  if (noted?.mark === ANY) return noteSecret(database, keyedHash(config, "mark"));
  if (mark !== undefined && noted === undefined) return noteSecret(database, mark);
  if (mark !== undefined && noted?.mark === mark) return;
  const what = await depends(noted !== undefined);
  if (what !== undefined) {
    const where = config.secret
      ? "YUI_SECRET is another one than before"
      : `The secret ${secretFile(config)} is gone`;
    throw new ConfigError(
      `${where}, and ${what}: put it back as it was. If it is lost for good, \`yui keys abandon secret\` goes on without it: sessions end, second factors are set up anew (yui user reset-second-factor), and the entries of the audit log until then count as forged.`,
    );
  }
  await noteSecret(database, keyedHash(config, "mark"));
}

/** The next start takes the secret that it finds, whatever depended on the one of before. */
export const forgetSecret = (database: Database): Promise<void> => noteSecret(database, ANY);

/** From now on that secret is the one on which things depend. */
const noteSecret = (database: Database, mark: string): Promise<void> =>
  withRows(database, SCOPE, async (access) => {
    await tables(access)
      .insertInto("secretMark")
      .values({ name: NAME, mark })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ mark }))
      .execute();
  });
