import pino from "pino";
import { readConfig } from "#platform/config/config.ts";
import { stampBy } from "#platform/config/stamp.ts";
import { openDatabase } from "#platform/db/database.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { openTransport, sendDueMail } from "#platform/mail/sender.ts";
import { setKeyring } from "#platform/sealing/keyring.ts";
import { testKeyring } from "../keys.ts";

/** A process that sends what is due, so that a test can kill it in the middle. */
const [connection, smtpUrl, at] = process.argv.slice(2);
const { db, pool, close } = openDatabase(JSON.parse(connection!));
setKeyring(testKeyring());
const app = {
  config: readConfig({ YUI_SECRET: "a secret for tests, long enough to sign" }),
  db,
  pool,
  sensitive: { db, pool },
  clock: fixedClock(at!),
  log: pino({ level: "silent" }),
  stamp: stampBy("a secret for tests, long enough to sign", "audit"),
};
await sendDueMail(app, openTransport(smtpUrl!));
await close();
