import { expect, it } from "vitest";
import { z } from "zod";
import { scopeOf, VISITOR } from "#foundation/actors/public.ts";
import { command, definePolicy, roleHere } from "#foundation/authority/public.ts";
import { withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, notFound, ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { hashOf } from "./link.rules.ts";
import { findLinkBySecret, selectLinks } from "./link.store.server.ts";
import { areaOfLink, makeLink, openLink, revokeLinks } from "./link.usecases.server.ts";
import { readByLink } from "./link-page.queries.server.ts";

const app = testApp();
const AREA = "sma-32-02" as AreaId;
const SUBJECT = "0198f2a0-0000-7000-8000-00000000000a";
const clerk = person("coordinator", AREA);

const policy = definePolicy({
  "sample.invite": roleHere("coordinator"),
  "sample.revoke": roleHere("coordinator"),
});
const target = z.object({ area: areaId });
const subject = (_find: unknown, { area }: { area: AreaId }) => ({ type: "sample", area });

const invite = command({
  name: "sample.invite",
  policy,
  target,
  subject,
  input: z.object({ days: z.number() }),
  async run(permit, { area, days }) {
    const expiresAt = new Date(permit.clock.now().getTime() + days * 86_400_000);
    const token = await makeLink(permit, {
      ...{ area, purpose: "sample", subjectType: "sample", subject: SUBJECT, expiresAt },
      detail: { member: "m1" },
    });
    return ok({ token, links: (await selectLinks(permit, area, { detail: { member: "m1" } })).length });
  },
});
const revoke = command({
  name: "sample.revoke",
  policy,
  target,
  subject,
  run: async (permit, { area }) => ok(await revokeLinks(permit, area, { subject: SUBJECT })),
});

it("makes the bearer of a secret the holder of one subject, until it is revoked", async () => {
  const { token, links } = expectOk(await invite(app, clerk, { area: AREA }, { days: 3 }));
  expect(links).toBe(1);
  const opened = expectOk(await openLink(app, token, "sample"));
  expect(opened.holder).toEqual({
    ...{ kind: "holder", purpose: "sample", area: AREA, subject: SUBJECT },
    detail: { member: "m1" },
  });
  expect(expectOk(await openLink(app, token, "other", "sample")).link.uses).toBe(1);
  expect(expectOk(await revoke(app, clerk, { area: AREA }))).toBe(1);
  expect(await openLink(app, token, "sample")).toMatchObject({ error: { kind: "not-found" } });
});

it("looks the same where a token is wrong, of another purpose or too old", async () => {
  const { token } = expectOk(await invite(app, clerk, { area: AREA }, { days: 3 }));
  const { token: old } = expectOk(await invite(app, clerk, { area: AREA }, { days: -1 }));
  const answers = await Promise.all([
    openLink(app, token, "other"),
    openLink(app, old, "sample"),
    openLink(app, `${token.slice(0, 42)}_`, "sample"),
    openLink(app, "short", "sample"),
  ]);
  for (const answer of answers)
    expect(answer).toEqual({ ok: false, error: { kind: "not-found", what: "link" } });
});

it("still says in which area a dead one led somewhere, to who brings its secret", async () => {
  const { token } = expectOk(await invite(app, clerk, { area: AREA }, { days: -1 }));
  expect(await areaOfLink(app, token, "sample")).toBe(AREA);
  for (const other of [areaOfLink(app, token, "other"), areaOfLink(app, "short", "sample")])
    expect(await other).toBeUndefined();
});

it("shows a row of links to nobody who does not bring its secret", async () => {
  const { token } = expectOk(await invite(app, clerk, { area: AREA }, { days: 3 }));
  const look = (scope: Parameters<typeof withRows>[1]) =>
    withRows(app.db, scope, (access) => findLinkBySecret(access, hashOf(token)));
  expect(await look(scopeOf(VISITOR))).toBeUndefined();
  expect(await look({ actor: "<links>", areas: [], holds: hashOf("another") })).toBeUndefined();
  expect(await look({ actor: "<links>", areas: [], holds: hashOf(token) })).toBeDefined();
});

it("shows a page what its link leads to, and of one that has ended where it came from", async () => {
  const { token } = expectOk(await invite(app, clerk, { area: AREA }, { days: 3 }));
  const read = (gone = false) =>
    readByLink(app, token, "sample", async (holder, at) =>
      gone ? notFound("sample") : ok({ by: holder.subject, ...at }),
    );
  expect(await read()).toEqual({ found: { by: SUBJECT, area: AREA, id: SUBJECT } });
  expect(await read(true)).toEqual({ found: undefined, area: AREA });
  expectOk(await revoke(app, clerk, { area: AREA }));
  expect(await read()).toEqual({ found: undefined, area: AREA });
  const wrong = await readByLink(app, "t".repeat(43), "sample", async () => ok({}));
  expect(wrong).toEqual({ found: undefined, area: null });
});
