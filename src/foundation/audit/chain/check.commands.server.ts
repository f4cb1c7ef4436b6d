import { z } from "zod";
import { scopeOf, service } from "#foundation/actors/public.ts";
import { NATION, ofToday } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { plainDateIn } from "#platform/kernel/plain-date.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { queueMail } from "#platform/mail/outbox.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { auditPolicy } from "../access.ts";
import { CHECK } from "../reading/messages.ts";
import type { Verification } from "./chain.rules.ts";
import { findLastCheck, insertCheck, isAnythingBound } from "./check.store.server.ts";
import { verify } from "./verification.commands.server.ts";

const CHECKER = service("audit-check");

/** Of a round that comes with each start, and once a day: the whole log is long. */
const CHECKED_FOR_MS = 20 * 3_600_000;

/** Verifies the log unless that was done in the last hours. */
export async function checkLogDaily(app: App): Promise<void> {
  const last = expectOk(await readLastCheck(app, CHECKER, {}));
  if (!last || app.clock.now().getTime() - last.at.getTime() >= CHECKED_FOR_MS) await checkLog(app);
}

const readLastCheck = query({
  name: "audit.read-check",
  policy: auditPolicy,
  target: z.object({}),
  subject: () => ({ type: "audit", area: NATION }),
  run: async (permit) => ok((await findLastCheck(permit)) ?? null),
});

/** Verifies the whole log and keeps what was found; what is broken is an alarm in the log of the machine and by mail. */
export async function checkLog(app: App): Promise<Verification> {
  const found = expectOk(await verify(app, CHECKER));
  if (!found.unbroken) app.log.error({ findings: found.findings.slice(0, 20) }, "the audit log is broken");
  const { entries, findings, heads } = found;
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  expectOk(
    await saveCheck(app, CHECKER, {}, { entries, findings: findings.length, kinds, heads: [...heads] }),
  );
  return found;
}

const saveCheck = command({
  name: "audit.save-check",
  policy: auditPolicy,
  target: z.object({}),
  input: z.object({
    entries: z.number(),
    findings: z.number(),
    kinds: z.array(z.string()),
    heads: z.array(z.object({ areaId: z.string(), seq: z.number(), hash: z.string() })),
  }),
  subject: () => ({ type: "audit", area: NATION }),
  async run(permit, { entries, findings, kinds, heads }, { config }) {
    await insertCheck(permit, { entries, findings, kinds });
    const day = permit.clock.today();
    if (config.auditMail)
      await queueMail(permit, scopeOf(permit.actor).actor, permit.clock.now(), {
        area: permit.subject.area,
        to: config.auditMail,
        subject: CHECK.subject(day, findings),
        body: CHECK.body(entries, findings, heads),
        onceKey: `audit-check:${day}:${findings === 0 ? "sound" : "broken"}`,
      });
    return ok(undefined);
  },
});

/** Those who watch over the log are told while it is broken. */
export const auditToday = query({
  name: "audit.read-today",
  ...ofToday(auditPolicy),
  async run(permit) {
    const watches =
      permit.actor.kind === "person" &&
      permit.actor.memberships.some(({ role }) => role === "auditor" || role === "administrator");
    const last = watches ? await findLastCheck(permit) : undefined;
    const broken: TodayItem[] = last?.findings
      ? [
          {
            urgency: "overdue",
            title: CHECK.todayTitle,
            detail: CHECK.todayDetail(last.findings),
            due: plainDateIn(last.at, "Asia/Tokyo"),
            action: { to: "/audit", label: CHECK.open },
          },
        ]
      : [];
    return ok(broken);
  },
});

/** What another secret would make of the log, in words: its codes are made under it. Undefined where nothing is bound. */
export async function logOnSecret(app: App): Promise<string | undefined> {
  const bound = expectOk(await readBound(app, CHECKER, {}));
  return bound ? "the codes of the audit log" : undefined;
}

const readBound = query({
  name: "audit.read-bound",
  policy: auditPolicy,
  target: z.object({}),
  subject: () => ({ type: "audit", area: NATION }),
  run: async (permit) => ok(await isAnythingBound(permit)),
});
