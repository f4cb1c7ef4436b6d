import { beforeAll, expect, it } from "vitest";
import { type Actor, type Holder, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { makePledge, planPledge, showPledge, withdrawPledge } from "../promises/pledge.commands.server.ts";
import { listActs, listPledges, pledgesToday } from "../promises/pledge.queries.server.ts";
import { addQuestion } from "../questions/act-question.usecases.server.ts";
import { aCheck } from "../system/example.testing.ts";
import {
  answerCheck,
  makeCheck,
  removeCheck,
  repeatCheck,
  sayVoice,
  shareCheck,
} from "./act-check.commands.server.ts";
import { readCheck } from "./act-check.queries.server.ts";
import { readSheet } from "./act-sheet.queries.server.ts";
import { declineStep, finishStep, takeStep } from "./act-step.commands.server.ts";

const app = testApp();
const area = "sma-32-04" as AreaId;
const clerk = person("coordinator", area);

beforeAll(() => loadReferenceAreas(app));

const make = async (change: object = {}, by: Actor = VISITOR) => {
  const { id, token } = expectOk(await makeCheck(app, by, { area }, aCheck(change)));
  return { id, token, holder: await holderBy(token) };
};
const holderBy = async (token: string, purpose = "act-check"): Promise<Holder> =>
  expectOk(await openLink(app, token, purpose)).holder;
const look = async (id: string, holder: Actor) => expectOk(await readCheck(app, holder, { area, id }));
const nextYear = () => ({ ...app, clock: fixedClock("2027-12-01T00:00:00Z") });

it("is answered without an account, read again by its link alone, and is one however often it is sent", async () => {
  const form = aCheck();
  const first = expectOk(await makeCheck(app, VISITOR, { area }, form));
  const second = expectOk(await makeCheck(app, VISITOR, { area }, form));
  expect(second.id).toBe(first.id);
  const view = await look(first.id, await holderBy(first.token));
  expect(view.done.map(({ key }) => key)).toContain("person-in-charge");
  expect(view.notAsked.map(({ key }) => key)).toContain("canteen-menu");
  for (const one of [VISITOR, clerk])
    expect(await readCheck(app, one, { area, id: first.id })).toMatchObject({ ok: false });
});

it("shows a person's answers to nobody but the link, though they sit at the same workplace", async () => {
  const worker = person("workplace", area);
  const { id, holder } = await make({ tier: "person", "a-checkup": "yes", "a-someone-to-ask": "no" }, worker);
  expect((await look(id, holder)).tier).toBe("person");
  for (const one of [worker, clerk])
    expect(await readCheck(app, one, { area, id })).toMatchObject({ ok: false });
  expect(await makePledge(app, holder, { area, id }, { name: "x", reason: "y" })).toMatchObject({
    ok: false,
  });
});

it("takes one prefilled step for what is not done yet, once, and asks again when it is done", async () => {
  const { id, holder } = await make();
  const at = { area, id, question: "smoking" };
  const to = expectOk(await takeStep(app, holder, at, {})).to!;
  expect(to).toContain("topics=smoking");
  expect(expectOk(await takeStep(app, holder, at, {})).to).toBe(to);
  const own = { area, id, question: "owner-tells" };
  expect(await takeStep(app, holder, own, {})).toMatchObject({ error: { kind: "invalid" } });
  expectOk(await takeStep(app, holder, own, { day: "2026-12-10" }));
  expectOk(await declineStep(app, holder, { area, id, question: "posters" }));
  const items = async () => new Map((await look(id, holder)).todo.map((one) => [one.key, one]));
  expect((await items()).get("owner-tells")?.step).toMatchObject({
    state: "taken",
    day: "2026年12月10日（木）",
  });
  expect((await items()).get("posters")?.step.state).toBe("declined");
  expectOk(await finishStep(app, holder, own));
  expect((await items()).get("owner-tells")).toMatchObject({ again: true });
  expectOk(await answerCheck(app, holder, { area, id }, { "a-owner-tells": "yes" }));
  expect((await items()).has("owner-tells")).toBe(false);
});

it("asks what the area asks besides; a check of before keeps its own questions", async () => {
  const { id, holder } = await make();
  const before = await look(id, holder);
  expectOk(await addQuestion(app, clerk, { area }, { tier: "workplace", ja: "朝礼で体操をしています" }));
  const after = await look(id, holder);
  expect(after.score).toEqual(before.score);
  const next = await make();
  expect((await look(next.id, next.holder)).score!.questions).toBe(before.score!.questions + 1);
});

it("is repeated next year, and tells the progress from the first time", async () => {
  const { id, holder } = await make();
  expect(await repeatCheck(app, holder, { area, id })).toMatchObject({ error: { kind: "conflict" } });
  const next = expectOk(await repeatCheck(nextYear(), holder, { area, id }));
  const second = await holderBy(next.token);
  const { todo, notAnswered } = await look(next.id, second);
  expectOk(
    await answerCheck(
      nextYear(),
      second,
      { area, id: next.id },
      Object.fromEntries([...todo, ...notAnswered].map(({ key }) => [`a-${key}`, "yes"])),
    ),
  );
  expect((await look(next.id, second)).progress).toBe(100);
});

it("is compared with workplaces of its size from ten on", async () => {
  const whole = async (answer: string) => {
    const { id, holder } = await make({ workers: "3", industry: "services" });
    const { todo, notAnswered, done } = await look(id, holder);
    const all = Object.fromEntries([...todo, ...notAnswered, ...done].map(({ key }) => [`a-${key}`, answer]));
    expectOk(await answerCheck(app, holder, { area, id }, all));
    return look(id, holder);
  };
  for (let made = 0; made < 8; made++) await whole("no");
  expect((await whole("no")).alike).toBeNull();
  expect((await whole("yes")).alike).toMatchObject({ checks: 10, percent: 10 });
});

it("sets apart what was not answered, and says what is not done as something to do", async () => {
  const { id, holder } = await make({ "a-posters": "" });
  const view = await look(id, holder);
  expect(view.notAnswered.map(({ key }) => key)).toContain("posters");
  expect(view.notAnswered).toHaveLength(view.unanswered);
  expect(view.todo.every(({ said }) => said !== null)).toBe(true);
  expect(view.todo.find(({ key }) => key === "smoking")?.toDo).toBe("受動喫煙を防ぐ対策をする");
  const english = expectOk(await readCheck(app, holder, { area, id, language: "en" }));
  expect(english.todo.find(({ key }) => key === "smoking")?.toDo).toBe(
    "Protect people from second-hand smoke",
  );
});

it("shows the spread of those who answer together", async () => {
  const { id, holder } = await make();
  const { token } = expectOk(await shareCheck(app, holder, { area, id }));
  const voice = await holderBy(token, "act-voice");
  expectOk(await sayVoice(app, voice, { area, id }, { "a-smoking": "yes", once: newId() }));
  expectOk(await sayVoice(app, voice, { area, id }, { "a-smoking": "no", once: newId() }));
  expect((await look(id, holder)).todo.find(({ key }) => key === "smoking")?.spread).toBeNull();
  expectOk(await sayVoice(app, voice, { area, id }, { "a-smoking": "no", once: newId() }));
  expect((await look(id, holder)).todo.find(({ key }) => key === "smoking")?.spread).toEqual({
    ...{ yes: 1, partly: 0, no: 2, agreed: false },
  });
  expect(await readCheck(app, voice, { area, id })).toMatchObject({ error: { kind: "forbidden" } });
});

it("prints a page to hang up, and is gone when its maker wants it", async () => {
  const { id, token, holder } = await make();
  const { content } = expectOk(await readSheet(app, holder, { area, id }));
  expect(Buffer.from(content).subarray(0, 5).toString()).toBe("%PDF-");
  expectOk(await removeCheck(app, holder, { area, id }));
  expect(await openLink(app, token, "act-check")).toMatchObject({ ok: false });
});

it("makes public only what wants to be and was looked at, and takes an office's into the plan once", async () => {
  const { id, holder } = await make({ tier: "administration", "a-go-out": "yes" });
  const listed = async () =>
    expectOk(await listActs(app, VISITOR, { area })).tiers.flatMap(({ pledges }) =>
      pledges.map(({ action }) => action),
    );
  const pledge = (reason: string, open?: string) =>
    makePledge(app, holder, { area, id }, { name: "見本の役場", reason, open });
  expectOk(await pledge("内緒の取組"));
  const made = expectOk(await pledge("事業所に出向きます", "true"));
  expect(await listed()).toEqual([]);
  expect(expectOk(await listPledges(app, clerk, { area })).rows.map(({ action }) => action)).toEqual([
    "事業所に出向きます",
  ]);
  expect(expectOk(await pledgesToday(app, clerk, {}))[0]?.title).toContain("1件");
  expectOk(await showPledge(app, clerk, { area, id: made.id }));
  expect(await listed()).toEqual(["事業所に出向きます"]);
  expectOk(await planPledge(app, clerk, { area, id: made.id }));
  expect(await planPledge(app, clerk, { area, id: made.id })).toMatchObject({ error: { kind: "conflict" } });
  expectOk(await withdrawPledge(app, holder, { area, id, pledge: made.id }));
  expect(await listed()).toEqual([]);
});
