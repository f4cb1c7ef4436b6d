import { sql } from "kysely";
import { expect, it } from "vitest";
import { type Person, service } from "#foundation/actors/public.ts";
import { newId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import type { OwnKey } from "#platform/sealing/own-key.ts";
import { NOW, testApp } from "#test/app.ts";
import { DAY_ERRORS } from "./checkups/checkup.messages.ts";
import { readFile, saveCheckup } from "./checkups/checkup.usecases.server.ts";
import { countFiles } from "./counts/file-count.queries.server.ts";
import { deleteDiary, listDiary, saveDiary } from "./diary/diary.usecases.server.ts";
import {
  beginFile,
  changeWord,
  deleteOwnFile,
  findOwnFile,
  unlockFile,
} from "./file/file.commands.server.ts";
import { newCode } from "./file/file.rules.ts";
import { keyOf, openedCookie } from "./file/file-cookie.usecases.server.ts";
import { exportFile, importFile } from "./keep/keep.usecases.server.ts";
import { endShare, giveShare, listShares, readShared, shareDoor } from "./shares/share.usecases.server.ts";

const app = testApp();
const WORD = "あさがおの咲く朝47";
let people = 0;

/** Somebody with an account and nothing else: no organisation, no area. */
async function owner() {
  people += 1;
  const actor: Person = {
    ...{ kind: "person", userId: `own-${people}` as UserId, name: "本人", memberships: [], reach: [] },
    provenAt: new Date(NOW),
  };
  const person = actor.userId as string;
  const { key, code } = expectOk(await beginFile(app, actor, { person }, { word: WORD }));
  return { actor, person, key, code, target: { person, key } };
}
type Owner = Awaited<ReturnType<typeof owner>>;

const SHEET = {
  day: "2026-05-12",
  kind: "employer",
  fasting: "fasting",
  set: "dock-present",
  institution: "見本健診センター",
};
const enter = async ({ actor, target }: Owner, typed: object) =>
  expectOk(await saveCheckup(app, actor, { ...target, entry: newId() }, { ...SHEET, ...typed }));
const look = async ({ actor, target }: Owner) => expectOk(await readFile(app, actor, target)).checkups;

it("is one file, however many tabs begin it at once", async () => {
  const { actor, person } = await owner();
  const other = { ...actor, userId: `${person}-tabs` as UserId };
  const begin = () => beginFile(app, other, { person: other.userId }, { word: WORD });
  const begun = await Promise.all([begin(), begin(), begin()]);
  expect(begun.map((one) => (one.ok ? "ok" : one.error.kind)).sort()).toEqual(["conflict", "conflict", "ok"]);
});

it("opens by the word and by the printed code, and by nothing else, also not by a session", async () => {
  const one = await owner();
  const unlock = async (word: string) =>
    expectOk(await unlockFile(app, one.actor, { person: one.person }, { word }));
  expect((await unlock("ちがう合言葉です")).key).toBeUndefined();
  expect((await unlock("あさがお の咲く朝４７")).key?.id).toBe(one.key.id);
  expect((await unlock(one.code.toLowerCase())).key?.id).toBe(one.key.id);
  const stranger = (await owner()).key;
  const read = await readFile(app, one.actor, { person: one.person, key: stranger });
  expect(read).toMatchObject({ ok: false, error: { kind: "conflict" } });
});

it("asks for the day of the checkup in words, and takes none that is to come", async () => {
  const { actor, target } = await owner();
  const told = async (day: string) => {
    const saved = await saveCheckup(app, actor, { ...target, entry: newId() }, { ...SHEET, day });
    return saved.ok || saved.error.kind !== "invalid" ? undefined : saved.error.fields.day;
  };
  expect(await told("")).toEqual([DAY_ERRORS.error]);
  expect(await told("2026-02-30")).toEqual([DAY_ERRORS.none]);
  expect(await told("2030-01-01")).toEqual([DAY_ERRORS.future]);
  expect(await told("R8.5.12")).toBeUndefined();
});

it("closes after five wrong tries, for the right word as well", async () => {
  const { actor, person } = await owner();
  // A code is tried by itself: it costs less time than a word.
  for (let i = 0; i < 5; i++) await unlockFile(app, actor, { person }, { word: newCode() });
  expect(expectOk(await unlockFile(app, actor, { person }, { word: WORD }))).toMatchObject({
    left: 0,
    key: undefined,
  });
});

it("keeps the key in the browser for one person and an hour", async () => {
  const { person, key } = await owner();
  const cookie = (await openedCookie(app, person, key)).split(";")[0]!;
  const request = new Request("http://localhost/health-file", { headers: { cookie } });
  expect((await keyOf(app, request, person))?.id).toBe(key.id);
  expect(await keyOf(app, request, "somebody else")).toBeUndefined();
  const later = { ...app, clock: { ...app.clock, now: () => new Date(Date.parse(NOW) + 61 * 60_000) } };
  expect(await keyOf(later, request, person)).toBeUndefined();
});

it("holds nothing of it in clear in the database, and shows others no row", async () => {
  const one = await owner();
  await enter(one, { v_sbp: "187", note: "頭痛が続いた" });
  const stored = await app.sensitive.db.transaction().execute(async (tx) => {
    await sql.raw(`set local yui.actor = '${one.person}'`).execute(tx);
    const { rows } = await sql<{ content: Buffer; row: string }>`
      select content, to_jsonb(one)::text as row from sensitive.health_entry one`.execute(tx);
    return rows[0]!;
  });
  expect(stored.row).toContain(one.key.id);
  for (const told of ['"raw":"187"', "頭痛", "2026-05-12", "見本健診"]) {
    expect(stored.content.includes(Buffer.from(told))).toBe(false);
    expect(stored.row).not.toContain(told);
  }
  const other = await owner();
  expect(await readFile(app, other.actor, { person: one.person, key: one.key })).toMatchObject({
    ok: false,
    error: { kind: "forbidden" },
  });
  expect(JSON.stringify({ key: one.key })).toBe('{"key":"[key]"}');
});

it("shares for a time by a link that holds the key, lists each opening, and ends at once", async () => {
  const one = await owner();
  await enter(one, { v_sbp: "128" });
  const { token } = expectOk(
    await giveShare(app, one.actor, one.target, { whom: "保健師", days: "7", parts: ["checkup"] }),
  );
  const { holder, target } = expectOk(await shareDoor(app, token));
  const { checkups } = expectOk(await readShared(app, holder, target));
  expect(checkups?.map(({ values }) => values.sbp?.raw)).toEqual(["128"]);
  const [share] = expectOk(await listShares(app, one.actor, one.target));
  expect(share).toMatchObject({ whom: "保健師", looks: [new Date(NOW)] });
  expect(await readShared(app, holder, { ...target, token: `${token}x` })).toMatchObject({ ok: false });
  expectOk(await endShare(app, one.actor, { ...one.target, share: share!.id }));
  expect(await readShared(app, holder, target)).toMatchObject({ ok: false, error: { kind: "not-found" } });
});

it("keeps a day of the diary once, and shows of a file only the parts that were chosen", async () => {
  const one = await owner();
  const keep = (day: object) => saveDiary(app, one.actor, one.target, day);
  expectOk(await keep({ day: "2026-05-11", steps: "8,200" }));
  expectOk(await keep({ day: "2026-05-12", weight: "62.5" }));
  expectOk(await keep({ day: "令和8年5月12日", weight: "62.1", upper: "128", lower: "82" }));
  expect(await keep({ day: "2026-05-13" })).toMatchObject({ error: { fields: { weight: [/どれか/] } } });
  expect(await keep({ day: "2026-05-13", weight: "625" })).toMatchObject({ error: { kind: "invalid" } });
  const days = expectOk(await listDiary(app, one.actor, one.target));
  expect(days.map(({ day, weight, steps }) => [day, weight, steps])).toEqual([
    ["2026-05-12", 62.1, null],
    ["2026-05-11", null, 8200],
  ]);
  const form = { whom: "栄養士", days: "1", parts: ["diary"] };
  const { token } = expectOk(await giveShare(app, one.actor, one.target, form));
  const { holder, target } = expectOk(await shareDoor(app, token));
  expect(expectOk(await readShared(app, holder, target))).toMatchObject({ checkups: undefined, diary: days });
  expectOk(await deleteDiary(app, one.actor, { ...one.target, entry: days[0]!.id }));
  expect(expectOk(await listDiary(app, one.actor, one.target))).toHaveLength(1);
});

it("does not export for a session that proved itself long ago", async () => {
  const one = await owner();
  const stolen = { ...one.actor, provenAt: new Date(Date.parse(NOW) - 11 * 60_000) };
  expect((await exportFile(app, stolen, one.target, { format: "json" })).ok).toBe(false);
  expect((await changeWord(app, stolen, one.target, { word: "新しい合言葉です" })).ok).toBe(false);
});

it("takes a file along and reads it in elsewhere as it was, once", async () => {
  const one = await owner();
  await enter(one, { v_sbp: "128", j_sbp: "B", r_sbp: "≦129" });
  await enter(one, { day: "2013-06-01", v_hba1c_jds: "5.2", set: "words-2013" });
  const json = expectOk(await exportFile(app, one.actor, one.target, { format: "json" }));
  const file = new File([Buffer.from(json.content, "base64")], json.name);
  const other = await owner();
  const read = () => importFile(app, other.actor, other.target, { file });
  expect(await read()).toEqual(ok({ read: 2 }));
  const plain = (all: Awaited<ReturnType<typeof look>>) => all.map(({ id: _, ...content }) => content);
  expect(plain(await look(other))).toEqual(plain(await look(one)));
  expect(await read()).toEqual(ok({ read: 0 }));
  for (const format of ["csv", "fhir"]) {
    const { content } = expectOk(await exportFile(app, one.actor, one.target, { format }));
    expect(Buffer.from(content, "base64").toString()).toContain("128");
  }
  for (const format of ["a4", "a5"]) {
    const pdf = expectOk(await exportFile(app, one.actor, one.target, { format }));
    expect(Buffer.from(pdf.content, "base64").subarray(0, 4).toString()).toBe("%PDF");
  }
});

it("makes one of the same checkup from two sources, and lets both stand where they differ", async () => {
  const one = await owner();
  await enter(one, { v_sbp: "128" });
  const { institution, day, kind, fasting, set } = SHEET;
  const coming = (values: object) => ({
    ...{ yui: "health-file", edition: 1 },
    checkups: [{ institution, day, kind, fasting, set, sources: ["保険者"], values }],
  });
  const take = (values: object) =>
    importFile(app, one.actor, one.target, {
      file: new File([JSON.stringify(coming(values))], "保険者.json"),
    });
  expect(await take({ sbp: { raw: "128" }, hdl: { raw: "55" } })).toEqual(ok({ read: 1 }));
  const [same, ...none] = await look(one);
  expect(same).toMatchObject({
    sources: ["入力", "保険者"],
    values: { sbp: { raw: "128" }, hdl: { raw: "55" } },
  });
  expect(none).toEqual([]);
  expect(await take({ sbp: { raw: "118" } })).toEqual(ok({ read: 1 }));
  expect((await look(one)).map(({ values }) => values.sbp?.raw).toSorted()).toEqual(["118", "128"]);
});

it("joins a checkup that is typed with the one of that day that was read in", async () => {
  const one = await owner();
  const values = { sbp: { raw: "128" }, hba1c: { raw: "5.6" } };
  const checkups = [{ day: "2026-05-12", kind: "specific", sources: ["特定健診のデータ"], values }];
  const file = new File([JSON.stringify({ yui: "health-file", edition: 1, checkups })], "健診.json");
  expect(await importFile(app, one.actor, one.target, { file })).toEqual(ok({ read: 1 }));
  await enter(one, { v_sbp: "128", j_sbp: "B", r_sbp: "≦129", v_hba1c: "5.60", v_hdl: "55" });
  const [same, ...none] = await look(one);
  expect(none).toEqual([]);
  expect(same).toMatchObject({
    ...{ institution: "見本健診センター", fasting: "fasting", set: "dock-present" },
    sources: ["特定健診のデータ", "入力"],
    values: { sbp: { raw: "128", letter: "B", range: "≦129" }, hba1c: { raw: "5.6" }, hdl: { raw: "55" } },
  });
  await enter(one, { v_sbp: "138" });
  expect((await look(one)).map(({ values: { sbp } }) => sbp?.raw).toSorted()).toEqual(["128", "138"]);
});

it("counts files for the council by tens, and for nobody else", async () => {
  const counter = service("cli");
  for (let n = people; n < 12; n += 1) await owner();
  const counts = expectOk(await countFiles(app, counter, {}));
  expect(counts).toEqual({ begun: 10, secondYear: undefined, shown: undefined });
  const { actor } = await owner();
  expect(await countFiles(app, actor, {})).toMatchObject({ ok: false, error: { kind: "forbidden" } });
});

it("deletes for good: no word, no code and no link opens it any more", async () => {
  const one = await owner();
  const { token } = expectOk(
    await giveShare(app, one.actor, one.target, { whom: "家族", days: "1", parts: ["checkup", "diary"] }),
  );
  const { holder, target } = expectOk(await shareDoor(app, token));
  expectOk(await deleteOwnFile(app, one.actor, { person: one.person }));
  expect(expectOk(await findOwnFile(app, one.actor, { person: one.person })).file).toBeUndefined();
  expect((await readShared(app, holder, target)).ok).toBe(false);
  expect((await readFile(app, one.actor, one.target as { person: string; key: OwnKey })).ok).toBe(false);
});
