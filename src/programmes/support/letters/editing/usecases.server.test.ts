import { beforeAll, expect, it } from "vitest";
import { service, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { SHIPPED } from "../shipped/messages.ts";
import { previewLetter, readLetters, restoreLetter, saveLetter } from "./usecases.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = service("test");
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const RECEIPT = {
  letter: "receipt",
  language: "en",
  subject: " Thank you ({number}) ",
  body: "<b>See</b>\r\n{link}",
};
const find = async () =>
  expectOk(await readLetters(app, STAFF, AREA)).find(
    (one) => one.letter === "receipt" && one.language === "en",
  )!;
/** The text as somebody writes it who saw what stands now. */
const seen = async (change: Partial<typeof RECEIPT> = {}) => ({
  ...RECEIPT,
  ...change,
  shown: (await find()).shown,
});

it("keeps an area's own text as it was written, and goes back to the shipped one", async () => {
  expectOk(await saveLetter(app, STAFF, AREA, await seen()));
  expect(await find()).toMatchObject({
    own: true,
    subject: "Thank you ({number})",
    body: "<b>See</b>\n{link}",
    preview: { subject: "Thank you (7KQ-4MTB)", body: "<b>See</b>\nhttps://yui.example.jp/a/…" },
  });
  expectOk(await restoreLetter(app, STAFF, AREA, await seen()));
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
  ["a letter that is none", { letter: "toString" }, ["letter"]],
  ["a language that it is not written in", { letter: "enquiry" }, ["letter"]],
])("refuses %s, also for the preview, and keeps nothing", async (_name, change, fields) => {
  const input = { ...(await seen()), ...change };
  for (const refused of [previewLetter(input), await saveLetter(app, STAFF, AREA, input)]) {
    expect(refused).toMatchObject({ ok: false, error: { kind: "invalid" } });
    if (!refused.ok && refused.error.kind === "invalid")
      expect(Object.keys(refused.error.fields)).toEqual(fields);
  }
  expect((await find()).own).toBe(false);
});

it("shows what a text looks like in its own language, and belongs to the secretariat", async () => {
  const moved = { letter: "moved", language: "en", subject: "New date", body: "{day} {link} {office}" };
  expect(expectOk(previewLetter(moved)).body).toMatch(/2 December 2026.*Workplace health desk/);
  expect(await saveLetter(app, VISITOR, AREA, await seen())).toMatchObject({ error: { kind: "forbidden" } });
});

it("tells the second of two who write the same letter, and keeps the first one's text", async () => {
  const [first, second] = [await seen({ subject: "One" }), await seen({ subject: "Two" })];
  const saved = await Promise.all([first, second].map((one) => saveLetter(app, STAFF, AREA, one)));
  expect(saved.filter((one) => one.ok)).toHaveLength(1);
  const [kept, winner] = saved[0]!.ok ? ["One", first] : ["Two", second];
  expectOk(await saveLetter(app, STAFF, AREA, winner));
  expect(saved.find((one) => !one.ok)).toMatchObject({ error: { kind: "conflict" } });
  expect(await restoreLetter(app, STAFF, AREA, first)).toMatchObject({ error: { kind: "conflict" } });
  expect((await find()).subject).toBe(kept);
  expectOk(await saveLetter(app, STAFF, AREA, await seen({ subject: "Both" })));
  expectOk(await restoreLetter(app, STAFF, AREA, await seen()));
});

it("is written down when it is changed, not when it is looked at", async () => {
  const written = () =>
    withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
      db(tx).selectFrom("audit_entry").select("action").where("subject_type", "=", "letter").execute(),
    );
  const before = await written();
  await find();
  expect(await written()).toEqual(before);
  expectOk(await saveLetter(app, STAFF, AREA, await seen()));
  expect(await written()).toHaveLength(before.length + 1);
  expect(await readLetters(app, VISITOR, AREA)).toMatchObject({ error: { kind: "forbidden" } });
});
