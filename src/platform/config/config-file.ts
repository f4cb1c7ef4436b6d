import { readFileSync, statSync } from "node:fs";
import { parseEnv } from "node:util";
import { ConfigError, SETTINGS } from "./config.ts";

type Environment = Record<string, string | undefined>;

/** What others than the owner may do with a file. */
const OTHERS_READ = 0o044;
const SECRET = /^YUI_(SECRET|KEY_COMMAND|METRICS_TOKEN|BACKUP_BUCKET_SECRET)$|^(DATABASE.*|SMTP)_URL$/;

/**
 * Reads the file of settings that YUI_CONFIG names, `NAME=value` in each line, into the environment; what a variable says
 * already goes before it. Throws where the file can't be read, names what is no setting, or shows secrets to others.
 */
export function takeConfigFile(environment: Environment): void {
  const file = environment.YUI_CONFIG;
  if (!file) return;
  const text = readSettings(file);
  const settings = parseEnv(text);
  const open = (statSync(file).mode & OTHERS_READ) !== 0;
  for (const [name, value] of Object.entries(settings)) {
    const line = `${file}, line ${lineOf(text, name)}`;
    if (!SETTINGS.has(name))
      throw new ConfigError(`${line}: ${name} is no setting of Yui; see docs/operating.`);
    if (open && SECRET.test(name) && value !== "")
      throw new ConfigError(
        `${line}: ${name} is secret, and others may read the file; run chmod 600 ${file}.`,
      );
    if (!environment[name]) environment[name] = value;
  }
}

function readSettings(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(`The file of settings ${file} can't be read (${code}); check YUI_CONFIG.`);
  }
}

const lineOf = (text: string, name: string): number =>
  text.split("\n").findIndex((line) => new RegExp(`^\\s*(export\\s+)?${name}\\s*=`).test(line)) + 1;
