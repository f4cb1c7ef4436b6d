import type { Actor } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { publishEvent, saveEvent } from "./catalogue/event.usecases.server.ts";

export const AREA = "sma-32-04" as AreaId;

export const clerk: Actor = {
  kind: "person",
  userId: "u-clerk" as never,
  name: "clerk",
  memberships: [
    { organisationId: "0198f2a0-0000-7000-8000-000000000001" as never, role: "coordinator", areas: [AREA] },
  ],
  reach: [AREA],
};

export const prepare = (app: App) => loadReferenceAreas(app);

/** What is typed of an event with one session. */
export const anEvent = {
  ...{ kind: "training", title: "事業主・衛生管理者研修会", summary: "", theme: "mental_health" },
  ...{ "hosts.0.name": "浜田労働基準監督署", "hosts.0.role": "main" },
  ...{ "hosts.1.name": "浜田保健所", "hosts.1.role": "joint" },
  ...{ "sessions.0.day": "2026-12-10", "sessions.0.starts": "13:30", "sessions.0.ends": "15:30" },
  ...{ place: "浜田保健所 大会議室", signUp: "name", capacity: "12", mostAtOnce: "5", closesOn: "" },
  ...{ groupRule: "whole", priority: "arrival", answerHours: "48", certificate: "none" },
};

/** An event that is announced. */
export async function makeEvent(
  app: App,
  {
    area = AREA,
    by = clerk,
    ...change
  }: Readonly<{ area?: AreaId; by?: Actor; [more: string]: unknown }> = {},
): Promise<string> {
  const id = newId() as string;
  expectOk(await saveEvent(app, by, { area, id }, { ...anEvent, ...change }));
  expectOk(await publishEvent(app, by, { area, id }));
  return id;
}

export const aSignUp = (change: object = {}) => ({
  ...{ seats: "1", workplace: "石見窯業所", contact: "健康管理の担当", email: `${newId()}@example.jp` },
  once: newId() as string,
  ...change,
});

/** What waits in the outbox, with the links that its readers get. */
export const mailsOf = (app: App) =>
  withRows(app.db, { actor: "<mail>", areas: "all" }, (access) => listMails(access, 5_000, { links: true }));
