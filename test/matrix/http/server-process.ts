import pino from "pino";
import { readConfig } from "#platform/config/config.ts";
import { openDatabase } from "#platform/db/database.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { setKeyring } from "#platform/sealing/keyring.ts";
import { stampOf } from "#platform/sealing/secret.ts";
import { testKeyring } from "#test/keys.ts";
import { serve } from "../../../src/server.ts";

/** Serves the pages on a test's database; says where, and stops when told so. */
const { database, sensitive, secret, auditHeadsFile, now, rehearsing } = JSON.parse(
  process.env.YUI_TEST_SERVED!,
);
const opened = openDatabase(database);
const apart = openDatabase(sensitive);
setKeyring(testKeyring());
const app = {
  config: {
    ...{ ...readConfig({ YUI_SECRET: secret }), auditHeadsFile },
    ...{ host: "127.0.0.1", port: 0, trustProxy: true },
  },
  db: opened.db,
  pool: opened.pool,
  sensitive: { db: apart.db, pool: apart.pool },
  clock: fixedClock(now),
  log: pino({ level: "error" }, pino.destination(2)),
  stamp: stampOf(readConfig({ YUI_SECRET: secret })),
  rehearsing,
};
const server = await serve(app);
process.stdout.write(`${server.address}\n`);
process.stdin.resume().once("end", async () => {
  await server.stop();
  await apart.close();
  await opened.close();
});
