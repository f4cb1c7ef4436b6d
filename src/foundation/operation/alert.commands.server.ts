import { z } from "zod";
import { scopeOf, service } from "#foundation/actors/public.ts";
import { command } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { queueMail } from "#platform/mail/outbox.ts";
import { operationPolicy } from "./access.ts";
import { deleteTold, insertTold, selectTold } from "./alert.store.server.ts";
import { measure } from "./measure.store.server.ts";
import { ALERT, wordsOf } from "./messages.ts";
import { judge } from "./state.rules.ts";
import { ofInstallation } from "./state.schema.ts";

const WATCHER = service("operation");

/** Tells by mail what has gone wrong since, and what is well again, each once. */
const tellChanges = command({
  name: "operation.tell",
  policy: operationPolicy,
  target: z.object({}),
  subject: ofInstallation,
  async run(permit, _input, app) {
    const measures = await measure(permit, app);
    const told = await selectTold(permit);
    const lines: string[] = [];
    for (const { part, state } of judge(measures, app.config.mode)) {
      const bad = state === "bad" && !told.has(part) && (await insertTold(permit, part));
      const well = state !== "bad" && told.has(part) && (await deleteTold(permit, part));
      if (bad) lines.push(ALERT.bad(wordsOf(part, measures).line));
      if (well) lines.push(ALERT.well(wordsOf(part, measures).line));
    }
    if (lines.length > 0 && app.config.alertMail)
      await queueMail(permit, scopeOf(permit.actor).actor, measures.at, {
        area: permit.subject.area,
        to: app.config.alertMail,
        subject: ALERT.subject,
        body: ALERT.body(lines, app.config.origin),
        onceKey: `operation:${measures.at.toISOString()} ${lines.join(" ")}`,
      });
    for (const line of lines) app.log.warn({ operation: line }, "operation");
    return ok(lines);
  },
});

export const watchOperation = async (app: App): Promise<readonly string[]> =>
  expectOk(await tellChanges(app, WATCHER, {}));
