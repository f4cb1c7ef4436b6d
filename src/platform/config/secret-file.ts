import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Config, ConfigError } from "./config.ts";

/**
 * The secret that signs cookies and encrypts second factors: YUI_SECRET, or one that is made at the first start and
 * kept beside the data, readable by its owner alone. It never goes into the database: a stolen backup of the
 * database alone forges no session and opens no second factor.
 */
export function secretOf(config: Config): string {
  if (config.secret) return config.secret;
  if (config.databaseUrl && config.mode === "production") {
    throw new ConfigError(
      "YUI_SECRET is missing: with DATABASE_URL every server of the installation needs the same secret; make one with `openssl rand -base64 48` and set it.",
    );
  }
  mkdirSync(config.dataFolder, { recursive: true });
  const file = join(config.dataFolder, "secret");
  try {
    writeFileSync(file, `${randomBytes(48).toString("base64")}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    // Made by an earlier start, or by one at this moment.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
