import type { Logger } from "pino";
import type { Config } from "#platform/config/config.ts";
import type { OpenDatabase } from "#platform/db/open.ts";
import type { Clock } from "#platform/kernel/clock.ts";
import type { Mail } from "#platform/mail/outbox.ts";

/** The running app: what pages, command line and jobs hand to use-cases. */
export type App = Readonly<{
  config: Config;
  db: OpenDatabase["db"];
  pool: OpenDatabase["pool"];
  /** The way to the tables that hold named persons; commands of modules under src/sensitive go it. */
  sensitive: OpenDatabase["sensitive"];
  clock: Clock;
  log: Logger;
  /** HMAC-SHA256 in hexadecimal under the key of the house, which the database does not hold. */
  stamp(text: string): string;
  /** Everything is tried and nothing is kept: for previews, and for tests of what is allowed. */
  rehearsing?: boolean;
  /** Filled with the mails that would go out. */
  mails?: Mail[];
}>;
