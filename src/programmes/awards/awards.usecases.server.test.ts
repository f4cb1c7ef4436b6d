import { beforeAll, expect, it } from "vitest";
import { type Actor, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { anEntry, aRound, enter, makeRound } from "./awards.testing.ts";
import {
  appealEntry,
  makeEntry,
  saveEntry,
  submitEntry,
  withdrawEntry,
} from "./entries/award-entry.commands.server.ts";
import { listEntries, readEntry, readEntryForm } from "./entries/award-entry.queries.server.ts";
import { enteredBefore } from "./entries/brought-entry.queries.server.ts";
import { confirmEntry } from "./entries/confirmation.commands.server.ts";
import { readCertificate, readPress } from "./honours/certificate.queries.server.ts";
import {
  checkHonour,
  compareHonours,
  flagHonour,
  listHonours,
  renewHonour,
  revokeHonour,
} from "./honours/honour.usecases.server.ts";
import { readBoard } from "./judging/award-board.queries.server.ts";
import { addJudge, declareConflicts, readDesk, scoreEntry } from "./judging/award-judge.usecases.server.ts";
import { decideRound, settleAppeal } from "./judging/decision.commands.server.ts";
import { closeRound, dropCriterion, saveRound } from "./rounds/award-round.commands.server.ts";

const app = testApp();
const area = "sma-32-04" as AreaId;
const clerk = person("coordinator", area);
beforeAll(() => loadReferenceAreas(app));

const holder = (purpose: string, subject: string): Actor => ({
  kind: "holder",
  purpose,
  area,
  subject,
  detail: {},
});
const confirmAll = async (id: string) => {
  const kinds = { promoter: "document", checkup: "document", smoking: "visit" };
  for (const [criterion, kind] of Object.entries(kinds))
    expectOk(await confirmEntry(app, clerk, { area, id }, { criterion, kind }));
};
const marks = (score: number) =>
  Object.fromEntries(["continuity", "ripple", "ingenuity", "region"].map((axis) => [axis, String(score)]));

async function judgeBy(round: string, affiliation = "") {
  const { id, token } = expectOk(
    await addJudge(app, clerk, { area, round }, { name: "審査の担当", affiliation }),
  );
  const desk = { area, id };
  const by = expectOk(await openLink(app, token, "award-judge")).holder;
  return {
    look: async () => expectOk(await readDesk(app, by, desk)),
    declare: async (...related: string[]) => expectOk(await declareConflicts(app, by, desk, { related })),
    score: (entry: string, mark: number) => scoreEntry(app, by, { ...desk, entry }, marks(mark)),
  };
}

it("makes one entry of fifty double clicks, saved as one goes, and changed no more once it was handed in", async () => {
  const round = await makeRound(app, clerk, area);
  const form = anEntry({ "c-talk": "" });
  const sent = await Promise.all(
    Array.from({ length: 50 }, () => makeEntry(app, VISITOR, { area, round }, form)),
  );
  expect(new Set(sent.map((one) => expectOk(one).id)).size).toBe(1);
  const { id } = expectOk(sent[0]!);
  const own = holder("award-entry", id);
  expectOk(await saveEntry(app, own, { area, id }, anEntry()));
  expectOk(await submitEntry(app, own, { area, id }));
  expect(await saveEntry(app, own, { area, id }, anEntry())).toMatchObject({ error: { kind: "conflict" } });
  expect(expectOk(await listEntries(app, clerk, { area, id: round })).rows).toHaveLength(1);
  for (const one of [VISITOR, holder("award-entry", newId())])
    expect(await readEntry(app, one, { area, id })).toMatchObject({ ok: false });
});

it("writes to a mailbox that strangers type so often a day, and no more", async () => {
  const round = await makeRound(app, clerk, area);
  const make = (email: string) => makeEntry(app, VISITOR, { area, round }, anEntry({ email }));
  for (let entry = 0; entry < 20; entry++) expectOk(await make("somebody@example.jp"));
  expect(await make("Somebody@example.jp")).toMatchObject({ error: { kind: "conflict" } });
  expectOk(await make("other@example.jp"));
});

it("takes for met no less than the least evidence, and says what is missing with the next step", async () => {
  const round = await makeRound(app, clerk, area);
  const { id, holder: own } = await enter(app, area, round);
  const line = async (key: string) =>
    expectOk(await readEntry(app, own, { area, id })).lines.find((one) => one.key === key);
  expect(await line("smoking")).toMatchObject({ met: false, weak: expect.stringContaining("訪問") });
  expectOk(await confirmEntry(app, clerk, { area, id }, { criterion: "smoking", kind: "visit" }));
  expect(await line("smoking")).toMatchObject({ met: true, next: null });
  expect((await line("lecture"))?.next).toContain("健康講座");
});

it("is judged by number, with conflicts barred, equals told, and frozen when it is decided", async () => {
  const round = await makeRound(app, clerk, area);
  const own = await enter(app, area, round);
  const rival = await enter(app, area, round, {
    workplace: "見本の水産",
    phone: "0855-00-0001",
    mayPublish: "",
  });
  const weak = await enter(app, area, round, {
    workplace: "見本の商店",
    phone: "0855-00-0002",
    "c-cancer": "",
  });
  for (const { id } of [own, rival]) await confirmAll(id);
  const [first, second] = [await judgeBy(round), await judgeBy(round, "見本の水産")];
  expectOk(await closeRound(app, clerk, { area, id: round }));

  expect((await first.look()).names.map(({ workplace }) => workplace)).toContain("石見窯業所");
  expect(await first.score(own.id, 4)).toMatchObject({ error: { kind: "conflict" } });
  await first.declare(weak.id);
  await second.declare();
  const desk = await first.look();
  expect(JSON.stringify(desk)).not.toContain("石見窯業所");
  expect(await first.score(weak.id, 5)).toMatchObject({ error: { kind: "forbidden" } });
  expect(await second.score(rival.id, 5)).toMatchObject({ error: { kind: "forbidden" } });
  for (const { id } of [own, rival]) expectOk(await first.score(id, 4));
  const decide = (tiers: object) => decideRound(app, clerk, { area, id: round }, tiers);
  expect(await decide({ [`tier-${own.id}`]: "excellent" })).toMatchObject({ error: { kind: "conflict" } });
  expectOk(await second.score(own.id, 4));

  const board = expectOk(await readBoard(app, clerk, { area, id: round }));
  expect(JSON.stringify(board.rows)).not.toContain("石見窯業所");
  const row = (id: string) => board.rows.find((one) => one.id === id)!;
  expect(row(own.id)).toMatchObject({ place: 1, tied: true, spread: 0 });
  expect(row(weak.id)).toMatchObject({ qualified: false, place: null });
  expect(await decide({ [`tier-${weak.id}`]: "effort" })).toMatchObject({ error: { kind: "invalid" } });
  const unlike = { [`tier-${own.id}`]: "excellent", [`tier-${rival.id}`]: "effort" };
  expect(await decide(unlike)).toMatchObject({ error: { kind: "invalid" } });
  expectOk(await decide({ ...unlike, [`why-${own.id}`]: "継続の年数", [`why-${rival.id}`]: "継続の年数" }));
  expect(await decide(unlike)).toMatchObject({ error: { kind: "conflict" } });
  expect(
    await confirmEntry(app, clerk, { area, id: own.id }, { criterion: "menu", kind: "visit" }),
  ).toMatchObject({ ok: false });

  const result = expectOk(await readEntry(app, own.holder, { area, id: own.id })).result!;
  expect(result).toMatchObject({ tier: "優良事業所", reason: "継続の年数" });
  const lost = expectOk(await readEntry(app, weak.holder, { area, id: weak.id }));
  expect(lost.result!.tier).toBeNull();
  expect(lost.lines.some(({ next }) => next !== null)).toBe(true);

  const listed = expectOk(await listHonours(app, VISITOR, { area })).rows.map(({ workplace }) => workplace);
  expect([listed.includes("石見窯業所"), listed.includes("見本の水産")]).toEqual([true, false]);
  const honours = expectOk(await listHonours(app, clerk, { area })).rows;
  const honour = honours.find(({ workplace }) => workplace === "石見窯業所")!;
  const { content } = expectOk(await readCertificate(app, own.holder, { area, id: own.id }));
  expect(Buffer.from(content).subarray(0, 5).toString()).toBe("%PDF-");
  expect(expectOk(await readPress(app, clerk, { area, id: round })).content.length).toBeGreaterThan(1000);
  const check = async () => expectOk(await checkHonour(app, VISITOR, { area, code: honour.code })).standing;
  expect(await check()).toBe("valid");
  expectOk(await flagHonour(app, clerk, { area, id: honour.id! }, { reason: "受診率の訂正" }));
  expect(await check()).toBe("valid");
  expect(
    expectOk(await listHonours(app, clerk, { area })).rows.find(({ id }) => id === honour.id)?.flag,
  ).toBe("受診率の訂正");
  const { seen } = expectOk(await listHonours(app, clerk, { area })).rows.find(({ id }) => id === honour.id)!;
  expectOk(await renewHonour(app, clerk, { area, id: honour.id! }, { seen }));
  expect(await renewHonour(app, clerk, { area, id: honour.id! }, { seen })).toMatchObject({
    error: { kind: "overtaken" },
  });
  expectOk(await revokeHonour(app, clerk, { area, id: honour.id! }, { reason: "辞退" }));
  expect(await check()).toBe("revoked");
});

it("counts a dropped criterion for nobody, and amends a decision when an appeal is right", async () => {
  const round = await makeRound(app, clerk, area);
  const { id, holder: own } = await enter(app, area, round, { workplace: "見本の旅館", "c-cancer": "" });
  await confirmAll(id);
  expectOk(
    await dropCriterion(app, clerk, { area, id: round }, { criterion: "cancer", reason: "対象の誤り" }),
  );
  expectOk(await closeRound(app, clerk, { area, id: round }));
  expectOk(await decideRound(app, clerk, { area, id: round }, {}));
  expect(expectOk(await readEntry(app, own, { area, id })).result!.tier).toBeNull();
  expectOk(await appealEntry(app, own, { area, id }, { reason: "基準を満たしています" }));
  expect(await appealEntry(app, own, { area, id }, { reason: "もう一度" })).toMatchObject({
    error: { kind: "conflict" },
  });
  expectOk(await settleAppeal(app, clerk, { area, id }, { reason: "ご意見のとおりです", tier: "effort" }));
  expect(expectOk(await readEntry(app, own, { area, id }))).toMatchObject({
    result: { tier: "努力事業所", honour: expect.any(String) },
    answer: "ご意見のとおりです",
  });
  expect(await settleAppeal(app, clerk, { area, id }, { reason: "再度" })).toMatchObject({ ok: false });
});

it("gives each tier once, keeps the edition it was opened with, and counts who goes on", async () => {
  const decided = async (tier: string) => {
    const round = await makeRound(app, clerk, area);
    const { id, token } = await enter(app, area, round, { workplace: "見本の運送（株）" });
    await confirmAll(id);
    expectOk(await closeRound(app, clerk, { area, id: round }));
    return {
      token,
      done: await decideRound(app, clerk, { area, id: round }, { [`tier-${id}`]: tier }),
      round,
    };
  };
  const first = await decided("effort");
  expectOk(first.done);
  expect((await decided("effort")).done).toMatchObject({ error: { kind: "invalid" } });
  expectOk((await decided("excellent")).done);
  expect(await saveRound(app, clerk, { area, id: first.round }, aRound)).toMatchObject({ ok: false });
  const next = await makeRound(app, clerk, area);
  const before = await enteredBefore(app, first.token);
  const form = expectOk(await readEntryForm(app, VISITOR, { area, round: next, before }));
  expect(form.values).toMatchObject({ workplace: "見本の運送（株）", "c-exercise": "true" });
  expect(form.again).toEqual([]);
  const { honoured, others } = expectOk(await compareHonours(app, clerk, { area }));
  expect(honoured.workplaces).toBeGreaterThan(0);
  expect(others.workplaces).toBeGreaterThan(0);
});

it("is taken back before it is decided, and late ones are not taken", async () => {
  const round = await makeRound(app, clerk, area);
  const { id, holder: own } = await enter(app, area, round);
  expectOk(await withdrawEntry(app, own, { area, id }));
  expectOk(await closeRound(app, clerk, { area, id: round }));
  expect(await decideRound(app, clerk, { area, id: round }, {})).toMatchObject({
    error: { kind: "conflict" },
  });
  expect(await makeEntry(app, VISITOR, { area, round }, anEntry())).toMatchObject({
    error: { kind: "conflict" },
  });
});
