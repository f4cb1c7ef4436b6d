import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { openCase } from "../cases/case.commands.server.ts";
import { readCase } from "../cases/case.queries.server.ts";
import { AT_CENTRE, AT_NURSE, aCall, COUNSELLOR, handingOn, NURSE } from "../two-offices.testing.ts";
import { judgeClients, partClients } from "./client.commands.server.ts";

const app = testApp();
const { opened } = handingOn(app);
const read = async (id: string) => expectOk(await readCase(app, COUNSELLOR, { ...AT_CENTRE, case: id }));
const judge = (id: string, other: string, verdict: string) =>
  judgeClients(app, COUNSELLOR, { ...AT_CENTRE, case: id, other }, { verdict });
const ALREADY = { error: { kind: "conflict", message: expect.stringContaining("統合") } };

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

async function three() {
  const cases = [await opened(), await opened(), await opened()] as const;
  const people = await Promise.all(cases.map(async (id) => (await read(id)).person));
  return { cases, people: people as [string, string, string] };
}

it("merges one step deep: never in a circle, never a chain, however late the page was opened", async () => {
  const { cases, people } = await three();
  expectOk(await judge(cases[0], people[1], "same"));
  expect(await judge(cases[1], people[0], "same")).toMatchObject(ALREADY);
  expect(await judge(cases[1], people[2], "same")).toMatchObject(ALREADY);
  expect(await judge(cases[2], people[0], "same")).toMatchObject(ALREADY);
  expect(await judge(cases[0], people[1], "different")).toMatchObject(ALREADY);
  expectOk(await judge(cases[0], people[2], "same"));
  expect((await read(cases[0])).merged.map(({ id }) => id).sort()).toEqual([people[1], people[2]].sort());
});

it("of two who merge the same pair from both sides, one does", async () => {
  const { cases, people } = await three();
  const both = await Promise.all([judge(cases[0], people[1], "same"), judge(cases[1], people[0], "same")]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
});

it("parts what was merged without loss", async () => {
  const { cases, people } = await three();
  const before = await read(cases[1]);
  expectOk(await judge(cases[0], people[1], "same"));
  const at = { ...AT_CENTRE, case: cases[0], other: people[1] };
  expectOk(await partClients(app, COUNSELLOR, at));
  expect((await partClients(app, COUNSELLOR, at)).ok).toBe(false);
  const after = await read(cases[1]);
  expect([after.identity, after.contacts, after.case]).toEqual([
    before.identity,
    before.contacts,
    before.case,
  ]);
});

it("proposes a married name that was typed without a space, by the same day, telephone and town", async () => {
  const same = { birthDate: "1991-05-05", phone: "0855-11-2233", town: "浜田市" };
  const first = await opened({ ...same, name: "浜田花子", kana: "はまだはなこ" });
  const second = await opened({ ...same, name: "益田花子", kana: "ますだはなこ" });
  await opened({ ...same, phone: "0855-99-9999", name: "別田花子", kana: "べつだはなこ" });
  const { person } = await read(second);
  expect((await read(first)).similar.map(({ id }) => id)).toEqual([person]);
});

it("knows no client of another office", async () => {
  const id = newId() as string;
  expectOk(await openCase(app, NURSE, { ...AT_NURSE, id }, aCall()));
  const theirs = expectOk(await readCase(app, NURSE, { ...AT_NURSE, case: id })).person;
  const ours = await opened();
  expect(await judge(ours, theirs, "same")).toMatchObject({ error: { kind: "not-found" } });
});
