import { expect, it } from "vitest";
import { actorOf, OFFERED_ROLES, VISITOR } from "#foundation/actors/public.ts";
import { withRows } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { type OutboxMail, queueMail } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { fateOf } from "./outbox.messages.ts";
import { readOutbox } from "./outbox.queries.server.ts";

const app = testApp();
const HERE = "sma-32-02" as AreaId;
const person = (role: (typeof OFFERED_ROLES)[number], areaId = HERE) =>
  actorOf({
    userId: "u" as UserId,
    name: "",
    memberships: [{ organisationId: "o" as OrganisationId, role, areaId }],
    reach: [areaId],
  });

it("shows the mails of an area to its secretariat and to administrators alone", async () => {
  await withRows(app.db, { actor: "u", areas: [HERE] }, (tx) =>
    queueMail(tx, "u", app.clock.now(), { area: HERE, to: "a@b.jp", subject: "s", body: "b", onceKey: "k" }),
  );
  const reads = async (actor: Parameters<typeof readOutbox>[1]) => {
    const outcome = await readOutbox(app, actor, {});
    return outcome.ok ? outcome.value.length : outcome.error.kind;
  };
  const seen = Object.fromEntries(
    await Promise.all(OFFERED_ROLES.map(async (role) => [role, await reads(person(role))] as const)),
  );
  expect(seen).toEqual({
    coordinator: 1,
    administrator: 1,
    provider: "forbidden",
    workplace: "forbidden",
    member: "forbidden",
    caseworker: "forbidden",
    supervisor: "forbidden",
    reception: "forbidden",
    analyst: "forbidden",
    implementer: "forbidden",
    interview_doctor: "forbidden",
    organiser: "forbidden",
    auditor: "forbidden",
  });
  expect(await reads(VISITOR)).toBe("forbidden");
  expect(await reads(person("coordinator", "sma-32-03" as AreaId))).toBe(0);
});

it.each([
  [{ undeliverable: "5.1.1" }, "届かなかった（5.1.1）"],
  [{ way: "unwanted" }, "受信設定により、送らない"],
  [{ way: "digest" }, "朝8時のまとめを待っている"],
  [{ way: "digest", inDigest: true }, "1日1回のまとめに入れた"],
  [{ sentAt: new Date(0) }, "8時に送信"],
  [{}, "送信待ち"],
] as const)("says what became of a mail: %j", (mail, words) => {
  const waiting = { undeliverable: null, way: "alone", inDigest: false, sentAt: null };
  expect(fateOf({ ...waiting, ...mail } as OutboxMail, () => "8時")).toBe(words);
});
