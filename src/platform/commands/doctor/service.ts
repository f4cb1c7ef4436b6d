import { ConfigError } from "#platform/config/config.ts";
import { inspectDatabase } from "#platform/db/inspect.ts";
import { ScannerAway, scannerVersion, setScanner } from "#platform/files/scanner.ts";
import { openTransport } from "#platform/mail/sender.ts";
import { KeysMissing, keyringOf } from "#platform/sealing/keyring.ts";
import { keySourceOf } from "#platform/sealing/open-keys.ts";
import { bad, type Check, good, note } from "./finding.ts";

const MAIL_LIMIT_MS = 5000;

export const database: Check = async (config) => {
  const state = await inspectDatabase(config);
  if (!state) return note("database", "none yet", "nothing to do: npm start makes it");
  if (state.leaks.length > 0) {
    return bad(
      "database",
      state.leaks.join("; "),
      "take the right away from the role, or restore the policy from migrations/; until then rows may be seen by who may not",
    );
  }
  if (state.pending.length > 0) {
    return note(
      "database",
      `PostgreSQL ${state.version}, ${state.pending.length} migrations to come (first ${state.pending[0]})`,
      "nothing to do: npm start applies them, or run npm run yui -- migrate",
    );
  }
  return good("database", `PostgreSQL ${state.version}, up to date, roles and row-level security in place`);
};

export const mail: Check = async ({ smtpUrl }) => {
  if (!smtpUrl) return note("mail", "SMTP_URL is not set, mail stays in the outbox", "set SMTP_URL=smtp://…");
  const { host } = new URL(smtpUrl);
  const transport = openTransport(smtpUrl, MAIL_LIMIT_MS);
  try {
    await transport.verify();
    return good("mail", `the server ${host} answers`);
  } catch (error) {
    const why = (error as { code?: string }).code ?? "no answer";
    return bad(
      "mail",
      `the server ${host} does not take us (${why})`,
      "check SMTP_URL; a server without TLS needs ?ignoreTLS=true at the end of it",
    );
  } finally {
    transport.close();
  }
};

export const scanner: Check = async ({ clamd }) => {
  if (!clamd)
    return note(
      "scanner",
      "YUI_CLAMD is not set, files that people attach are not looked through",
      "set YUI_CLAMD=/run/clamav/clamd.ctl or host:port (docs/operating)",
    );
  setScanner(clamd);
  try {
    return good("scanner", `${await scannerVersion()}, at ${clamd}`);
  } catch (error) {
    if (!(error instanceof ScannerAway)) throw error;
    return bad(
      "scanner",
      `no answer at ${clamd} (${error.message}): files that came since can't be opened`,
      "start clamd, or mend YUI_CLAMD; files that wait are then looked through by themselves",
    );
  }
};

export const address: Check = async ({ mode, origin, host, port }) => {
  if (mode === "demonstration") return good("address", `${origin}, this machine only (demonstration)`);
  if (!origin.startsWith("https:")) {
    return bad(
      "address",
      `${origin} is not https: sign-in would cross the network in the clear, and start refuses it`,
      `set YUI_ORIGIN=https://… and put a TLS proxy in front of ${host}:${port}`,
    );
  }
  return good("address", origin);
};

export const secret: Check = async ({ mode, secret: value }) => {
  if (value) return good("secret", "YUI_SECRET is set");
  return mode === "production"
    ? note(
        "secret",
        "YUI_SECRET is not set, one is kept in the folder of keys",
        "set YUI_SECRET to 32 characters or more where several servers share one database, and keep it apart from backups",
      )
    : good("secret", "made at the first start, kept in the folder of keys");
};

export const keys: Check = async (config) => {
  const source = keySourceOf(config);
  try {
    const count = keyringOf(source).all().length;
    if (source.kind === "file" && source.from.startsWith(`${config.dataFolder}/`))
      return bad(
        "master keys",
        `${source.from} lies in the folder that is backed up`,
        "set YUI_KEYS to a folder elsewhere and move it there",
      );
    const where = source.kind === "file" ? source.from : "printed by YUI_KEY_COMMAND";
    return good("master keys", `${count}, ${where}; keep a copy apart from the backups`);
  } catch (error) {
    if (error instanceof KeysMissing)
      return note("master keys", "none yet", "nothing to do: the first start makes one and says where");
    if (error instanceof ConfigError) return bad("master keys", error.message, "see docs/operating.md");
    throw error;
  }
};
