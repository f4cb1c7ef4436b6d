import { resolve } from "node:path";
import { z } from "zod";
import { isLoopback } from "./loopback.ts";

/**
 * What the environment says, read once at the start. Everything has a default but secrets of production.
 *
 * - `mode`: `demonstration` loads sample areas and accounts and binds to loopback; `production` refuses both.
 * - `databaseUrl`: a PostgreSQL of 15 or newer; without it the embedded one in `dataFolder`.
 * - `databaseOwnerUrl`: who may migrate, where `databaseUrl` may not.
 * - `databaseSensitiveUrl`: who reads what names persons, where `databaseUrl` may not.
 * - `origin`: the address that people type, for links in mail and for passkeys.
 * - `bounceAddress`: where mail that can't be delivered comes back to, as `name+<id>@host`; without it, to `mailFrom`.
 * - `auditHeadsFile`: where the last links of the audit log are noted, out of the database's reach; `auditSyslog` sends them
 *   to another machine as well (`udp://host:514`), and `auditMail` mails them to the auditor once a day.
 * - `alertMail`: who is told where something of the installation goes wrong.
 * - `metricsToken`: what a program must send to read `/metrics`; without it there is no such address.
 * - `securityContact`: whom to tell of a hole, `mailto:…` or `https://…`, for `/.well-known/security.txt`.
 * - `backupRecipient`: for whom backups are encrypted (`age1…`); without it for the key in `backupKeyFile`, made when missing.
 * - `backupBucket`: an S3-like bucket that gets a copy of each backup, `https://host/bucket`, with its keys.
 * - `erasedFile`: who was erased, so that a restore erases them again; beside `dataFolder` by default.
 * - `retentionFile`: the office's own periods in place of `reference/retention.json`.
 * - `clamd`: a scanner for files that come in, `host:port` or the path of its socket; without it none is scanned.
 * - `secret`: signs cookies and encrypts second factors; without it one is made and kept in `keysFolder`.
 * - `keysFolder`: holds secret and master key, outside the folder that is backed up; beside `dataFolder` by default.
 * - `keyFile`, `keyCommand`: the master keys that seal what names a person, elsewhere than in `keysFolder`.
 */
export type Config = Readonly<{
  mode: "demonstration" | "production";
  host: string;
  port: number;
  origin: string;
  secret: string | undefined;
  dataFolder: string;
  keysFolder: string;
  keyFile: string | undefined;
  keyCommand: string | undefined;
  databaseUrl: string | undefined;
  databaseOwnerUrl: string | undefined;
  databaseSensitiveUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  bounceAddress: string | undefined;
  trustProxy: boolean;
  auditHeadsFile: string;
  auditSyslog: string | undefined;
  auditMail: string | undefined;
  alertMail: string | undefined;
  metricsToken: string | undefined;
  securityContact: string | undefined;
  backupFolder: string;
  backupRecipient: string | undefined;
  backupKeyFile: string;
  backupBucket: Readonly<{ address: string; keyId: string; secret: string; region: string }> | undefined;
  erasedFile: string;
  retentionFile: string | undefined;
  clamd: string | undefined;
}>;

/** The environment holds something that can't be used; the message is one sentence for the person who set it. */
export class ConfigError extends Error {}

/** Refuses to serve where passwords, names and cookies would cross a network for everybody to read. */
export function refusePlainOrigin({ mode, origin }: Pick<Config, "mode" | "origin">): void {
  const { protocol, hostname } = new URL(origin);
  if (mode !== "production" || protocol === "https:" || isLoopback(hostname)) return;
  throw new ConfigError(
    `YUI_ORIGIN=${origin} would send passwords and names across the network in the clear; put a proxy with TLS in front and set YUI_ORIGIN=https://… (docs/operating).`,
  );
}

const url = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that begins with ${protocols.map((p) => (p === "mailto:" ? p : `${p}//`)).join(" or ")}`,
  });

const Environment = z.object({
  YUI_MODE: z.enum(["demonstration", "production"]).default("demonstration"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).optional(),
  YUI_ORIGIN: url(["http:", "https:"]).optional(),
  YUI_SECRET: z.string().min(32, { error: "must have 32 characters or more" }).optional(),
  YUI_DATA: z.string().min(1).default("./data"),
  YUI_KEYS: z.string().min(1).optional(),
  YUI_KEY_FILE: z.string().min(1).optional(),
  YUI_KEY_COMMAND: z.string().min(1).optional(),
  DATABASE_URL: url(["postgres:", "postgresql:"]).optional(),
  DATABASE_OWNER_URL: url(["postgres:", "postgresql:"]).optional(),
  DATABASE_SENSITIVE_URL: url(["postgres:", "postgresql:"]).optional(),
  SMTP_URL: url(["smtp:", "smtps:"]).optional(),
  YUI_MAIL_FROM: z.string().min(3).default("yui@localhost"),
  YUI_BOUNCE_ADDRESS: z
    .string()
    .regex(/^[^\s<>@+]+@[^\s<>@]+$/, { error: "must be one address without a plus sign" })
    .optional(),
  YUI_AUDIT_HEADS: z.string().min(1).optional(),
  YUI_AUDIT_SYSLOG: url(["udp:"]).optional(),
  YUI_AUDIT_MAIL: z.email({ error: "must be an address" }).optional(),
  YUI_ALERT_MAIL: z.email({ error: "must be an address" }).optional(),
  YUI_METRICS_TOKEN: z.string().min(24, { error: "must have 24 characters or more" }).optional(),
  YUI_SECURITY_CONTACT: url(["mailto:", "https:"]).optional(),
  YUI_BACKUPS: z.string().min(1).optional(),
  YUI_BACKUP_RECIPIENT: z.string().startsWith("age1", { error: "must begin with age1" }).optional(),
  YUI_BACKUP_KEY: z.string().min(1).optional(),
  YUI_BACKUP_BUCKET: url(["https:", "http:"]).optional(),
  YUI_BACKUP_BUCKET_KEY: z.string().min(1).optional(),
  YUI_BACKUP_BUCKET_SECRET: z.string().min(1).optional(),
  YUI_BACKUP_BUCKET_REGION: z.string().min(1).default("us-east-1"),
  YUI_ERASED: z.string().min(1).optional(),
  YUI_RETENTION: z.string().min(1).optional(),
  YUI_CLAMD: z
    .string()
    .regex(/^(\/.+|[^/]+:\d+)$/, { error: "must be host:port, or the path of a socket that begins with /" })
    .optional(),
  YUI_TRUST_PROXY: z.enum(["0", "1"]).default("0"),
});

/** The names of all settings. */
export const SETTINGS: ReadonlySet<string> = new Set(Object.keys(Environment.shape));

export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  folder = process.cwd(),
): Config {
  // An empty variable is how many service managers spell "not set".
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = Environment.safeParse(set);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new ConfigError(
      `The environment variable ${String(issue.path[0])} can't be used: ${issue.message}.`,
    );
  }
  const env = parsed.data;
  const host = env.HOST ?? (env.YUI_MODE === "demonstration" ? "127.0.0.1" : "0.0.0.0");
  if (env.YUI_MODE === "demonstration" && !isLoopback(host)) {
    throw new ConfigError(
      `HOST=${host} would show the demonstration accounts to the network; set YUI_MODE=production or leave HOST unset.`,
    );
  }
  const dataFolder = resolve(folder, env.YUI_DATA);
  return {
    mode: env.YUI_MODE,
    host,
    port: env.PORT,
    origin: env.YUI_ORIGIN ?? `http://${host === "0.0.0.0" ? "localhost" : host}:${env.PORT}`,
    secret: env.YUI_SECRET,
    dataFolder,
    keysFolder: env.YUI_KEYS ? resolve(folder, env.YUI_KEYS) : `${dataFolder}.keys`,
    keyFile: env.YUI_KEY_FILE && resolve(folder, env.YUI_KEY_FILE),
    keyCommand: env.YUI_KEY_COMMAND,
    databaseUrl: env.DATABASE_URL,
    databaseOwnerUrl: env.DATABASE_OWNER_URL,
    databaseSensitiveUrl: env.DATABASE_SENSITIVE_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.YUI_MAIL_FROM,
    bounceAddress: env.YUI_BOUNCE_ADDRESS,
    auditHeadsFile: resolve(folder, env.YUI_AUDIT_HEADS ?? `${env.YUI_DATA}.audit-heads`),
    auditSyslog: env.YUI_AUDIT_SYSLOG,
    auditMail: env.YUI_AUDIT_MAIL,
    alertMail: env.YUI_ALERT_MAIL,
    metricsToken: env.YUI_METRICS_TOKEN,
    securityContact: env.YUI_SECURITY_CONTACT,
    backupFolder: resolve(folder, env.YUI_BACKUPS ?? `${env.YUI_DATA}.backups`),
    erasedFile: resolve(folder, env.YUI_ERASED ?? `${env.YUI_DATA}.erased`),
    retentionFile: env.YUI_RETENTION && resolve(folder, env.YUI_RETENTION),
    backupRecipient: env.YUI_BACKUP_RECIPIENT,
    backupKeyFile: resolve(folder, env.YUI_BACKUP_KEY ?? `${env.YUI_DATA}.backup-key`),
    backupBucket: bucketOf(env),
    clamd: env.YUI_CLAMD,
    trustProxy: env.YUI_TRUST_PROXY === "1",
  };
}

function bucketOf(env: z.infer<typeof Environment>): Config["backupBucket"] {
  const { YUI_BACKUP_BUCKET: address, YUI_BACKUP_BUCKET_KEY: keyId, YUI_BACKUP_BUCKET_SECRET: secret } = env;
  if (!address) return undefined;
  if (!keyId || !secret)
    throw new ConfigError("YUI_BACKUP_BUCKET needs YUI_BACKUP_BUCKET_KEY and YUI_BACKUP_BUCKET_SECRET.");
  return { address, keyId, secret, region: env.YUI_BACKUP_BUCKET_REGION };
}
