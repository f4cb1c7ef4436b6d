import pino from "pino";
import { readConfig } from "#platform/config/config.ts";
import { openDatabase } from "#platform/db/database.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { serve } from "../../../src/server.ts";

/** Serves the pages on a test's database and keeps nothing of what is done; says where, and stops when told so. */
const { database, secret, now } = JSON.parse(process.env.YUI_TEST_SERVED!);
const opened = openDatabase(database);
const app = {
  config: { ...readConfig({ YUI_SECRET: secret }), host: "127.0.0.1", port: 0 },
  db: opened.db,
  pool: opened.pool,
  clock: fixedClock(now),
  log: pino({ level: "error" }, pino.destination(2)),
  rehearsing: true,
};
const server = await serve(app);
process.stdout.write(`${server.address}\n`);
process.stdin.resume().once("end", async () => {
  await server.stop();
  await opened.close();
});
