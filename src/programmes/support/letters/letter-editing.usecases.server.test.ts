import { beforeAll, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { previewLetter, readLetters, restoreLetter, saveLetter } from "./letter-editing.usecases.server.ts";
import { SHIPPED } from "./letter-shipped.messages.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const RECEIPT = { subject: " Thank you ({number}) ", body: "<b>See</b>\r\n{link}" };
const TARGET = { area: AREA, letter: "receipt", language: "en" };
const find = async () =>
  expectOk(await readLetters(app, STAFF, { area: AREA })).find(
    (one) => one.letter === TARGET.letter && one.language === TARGET.language,
  )!;
/** The text as somebody writes it who saw what stands now. */
const seen = async (change: Partial<typeof RECEIPT> = {}) => {
  const { subject, body } = await find();
  return { ...RECEIPT, ...change, seen: fingerprintOf({ subject, body }) };
};
const save = (input: unknown, target: Partial<Record<keyof typeof TARGET, string>> = {}) =>
  saveLetter(app, STAFF, { ...TARGET, ...target }, input);
const restore = (input: unknown) => restoreLetter(app, STAFF, TARGET, input);

it("keeps an area's own text as it was written, and goes back to the shipped one", async () => {
  expectOk(await save(await seen()));
  expect(await find()).toMatchObject({
    own: true,
    subject: "Thank you ({number})",
    body: "<b>See</b>\n{link}",
    preview: { subject: "Thank you (7KQ-4MTB)", body: "<b>See</b>\nhttps://yui.example.jp/a/…" },
  });
  expectOk(await restore(await seen()));
  expect(await find()).toMatchObject({ own: false, ...SHIPPED.receipt.en });
});

it.each([
  ["an emptied subject", { subject: "  " }, ["subject"]],
  ["an emptied body", { body: "" }, ["body"]],
  ["both emptied", { subject: "", body: "" }, ["subject", "body"]],
  ["too long a subject", { subject: "あ".repeat(201) }, ["subject"]],
  ["too long a body", { body: `{link}${"あ".repeat(5000)}` }, ["body"]],
  ["a placeholder that is none, where it stands", { subject: "{Number}" }, ["subject"]],
  ["a placeholder of another letter", { body: "{link} {day}" }, ["body"]],
  ["no link", { body: "Thank you." }, ["body"]],
])("refuses %s, also for the preview, and keeps nothing", async (_name, change, fields) => {
  const input = { ...(await seen()), ...change };
  for (const refused of [await previewLetter(app, STAFF, TARGET, input), await save(input)]) {
    expect(refused).toMatchObject({ ok: false, error: { kind: "invalid" } });
    if (!refused.ok && refused.error.kind === "invalid")
      expect(Object.keys(refused.error.fields)).toEqual(fields);
  }
  expect((await find()).own).toBe(false);
});

it.each([
  ["a letter that is none", "toString"],
  ["a language that it is not written in", "enquiry"],
])("knows nothing of %s", async (_name, letter) => {
  expect(await save(await seen(), { letter })).toMatchObject({ error: { kind: "not-found" } });
});

it("shows what a text looks like in its own language, and belongs to the secretariat", async () => {
  const moved = { subject: "New date", body: "{day} {link} {office}" };
  const preview = await previewLetter(app, STAFF, { ...TARGET, letter: "moved" }, moved);
  expect(expectOk(preview).body).toMatch(/2 December 2026.*Workplace health desk/);
  expect(await saveLetter(app, VISITOR, TARGET, await seen())).toMatchObject({
    error: { kind: "forbidden" },
  });
});

it("tells the second of two who write the same letter, and keeps the first one's text", async () => {
  const [first, second] = [await seen({ subject: "One" }), await seen({ subject: "Two" })];
  const saved = await Promise.all([first, second].map((one) => save(one)));
  expect(saved.filter((one) => one.ok)).toHaveLength(1);
  const [kept, winner] = saved[0]!.ok ? ["One", first] : ["Two", second];
  expectOk(await save(winner));
  expect(saved.find((one) => !one.ok)).toMatchObject({ error: { kind: "overtaken" } });
  expect(await restore({ seen: first.seen })).toMatchObject({ error: { kind: "overtaken" } });
  expect((await find()).subject).toBe(kept);
  expectOk(await save(await seen({ subject: "Both" })));
  expectOk(await restore(await seen()));
});

it("is written down when it is changed, not when it is looked at", async () => {
  const written = () =>
    withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
      db(tx).selectFrom("audit_entry").select("action").where("subject_type", "=", "letter").execute(),
    );
  const before = await written();
  await find();
  expect(await written()).toEqual(before);
  expectOk(await save(await seen()));
  expect(await written()).toHaveLength(before.length + 1);
  expect(await readLetters(app, VISITOR, { area: AREA })).toMatchObject({ error: { kind: "forbidden" } });
});
