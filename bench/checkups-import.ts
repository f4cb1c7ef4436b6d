import { copyFile, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { fileOf, newImportId } from "#foundation/tables/public.ts";
import type { App } from "#platform/app.ts";
import { readConfig } from "#platform/config/config.ts";
import { openConfigured } from "#platform/db/open.ts";
import { systemClock } from "#platform/kernel/clock.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { openLog } from "#platform/log.ts";
import { stampOf } from "#platform/sealing/secret.ts";
import {
  beginCheckupImport,
  runCheckupImport,
} from "../src/sensitive/checkups/records/record-import.usecases.server.ts";
import { ANALYST, AREA } from "./checkup-place.ts";

/** One import as a process of its own, whose memory is watched from outside: data folder, file, agreement. */
const [data = "", file = "", agreement = ""] = process.argv.slice(2);
const config = readConfig({ YUI_DATA: data });
const opened = await openConfigured(config);
const app: App = {
  ...{ config, db: opened.db, pool: opened.pool, sensitive: opened.sensitive },
  ...{ clock: systemClock, log: openLog("error"), stamp: stampOf(config) },
};
const id = newImportId();
const path = fileOf(app, id);
await mkdir(dirname(path), { recursive: true, mode: 0o700 });
await copyFile(file, path);
const given = { choices: { agreement }, wish: "take-good" } as const;
expectOk(await beginCheckupImport(app, ANALYST, { id, area: AREA }, { path, name: "kenshin.csv" }, given));
await runCheckupImport(app, { id });
await opened.close();
