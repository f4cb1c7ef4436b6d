import { beforeAll, describe, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { db, tables, withRows } from "#platform/db/rows.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { markUndeliverable } from "#platform/mail/deliveries.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { previewLetter, readLetters, restoreLetter, saveLetter } from "./letter-editing.usecases.server.ts";
import { getLetterText, sendLetter, undeliveredOf } from "./public.ts";
import { SAMPLE_LETTERS } from "./testing.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const RECEIPT = { subject: " Thank you ({number}) ", body: "<b>See</b>\r\n{link}" };
const MODULE = { area: AREA, set: SAMPLE_LETTERS };
const TARGET = { ...MODULE, letter: "receipt", language: "en" };
const SHIPPED = SAMPLE_LETTERS.readers[0]!.letters;
const find = async () =>
  expectOk(await readLetters(app, STAFF, MODULE)).letters.find(
    (one) => one.letter === TARGET.letter && one.language === TARGET.language,
  )!;
/** The text as somebody writes it who saw what stands now. */
const seen = async (change: Partial<typeof RECEIPT> = {}) => {
  const { subject, body } = await find();
  return { ...RECEIPT, ...change, seen: fingerprintOf({ subject, body }) };
};
const save = (input: unknown, target: Partial<Record<"letter" | "language", string>> = {}) =>
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
  expect(await find()).toMatchObject({ own: false, ...SHIPPED.receipt!.en! });
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
  expect(await readLetters(app, VISITOR, MODULE)).toMatchObject({ error: { kind: "forbidden" } });
});

describe("a letter that goes out", () => {
  const send = (letter: "receipt" | "moved", values: object, rest: object = {}) =>
    withPermit(app, STAFF, (permit) =>
      sendLetter(permit, SAMPLE_LETTERS, {
        ...{
          area: AREA,
          letter,
          to: "a@workplace.example",
          values,
          onceKey: newId(),
          about: newId(),
          ...rest,
        },
      }),
    );
  const last = () =>
    withRows(app.db, { actor: "<test>", areas: "all" }, async (tx) => {
      const row = await tables(tx)
        .selectFrom("mailOutbox")
        .selectAll()
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirstOrThrow();
      const mails = await listMails(tx, 1000, { links: true });
      return { ...row, body: mails.find(({ id }) => id === row.id)!.body };
    });
  const textOf = (version: string) =>
    withPermit(app, STAFF, (permit) => getLetterText(permit, AREA, version));

  it("tells which text it was filled from, also when that text has changed since", async () => {
    expectOk(await restore(await seen()));
    await send("receipt", { number: "1", link: "https://a.example" }, { language: "en" });
    const shipped = await last();
    expect(shipped).toMatchObject({ subject: "We received it", body: "See\nhttps://a.example", kind: "now" });
    expectOk(await save(await seen({ subject: "Ours {number}" })));
    await send("receipt", { number: "2", link: "https://b.example" }, { language: "en" });
    const own = await last();
    expectOk(await restore(await seen()));
    await send("receipt", { link: "https://c.example" }, { language: "en" });
    expect((await last()).letterVersion).toBe(shipped.letterVersion);
    expect(await textOf(shipped.letterVersion!)).toMatchObject({ module: "sample", ...SHIPPED.receipt!.en! });
    expect(own.subject).toBe("Ours 2");
    expect(await textOf(own.letterVersion!)).toMatchObject({ letter: "receipt", subject: "Ours {number}" });
  });

  it("says nothing that its letter may not hold, and leaves out the line of what there is none of", async () => {
    await send("moved", { day: "2日", note: "", link: "https://a.example", illness: "x" });
    expect(await last()).toMatchObject({ body: "2日\nhttps://a.example", kind: "news" });
    await send("receipt", { number: "1", day: "2日", link: "https://a.example" });
    expect((await last()).body).not.toContain("2日");
  });

  it("goes to nobody without a mailbox", async () => {
    const before = (await last()).id;
    await send("receipt", {}, { to: "" });
    expect((await last()).id).toBe(before);
  });

  it("is told of where its mailbox did not take it", async () => {
    const about = newId() as string;
    await send("receipt", {}, { about });
    const { id, recipient: email } = await last();
    const told = () => withPermit(app, STAFF, (permit) => undeliveredOf(permit, AREA, [{ about, email }]));
    expect(await told()).toEqual(new Map());
    await withRows(app.db, { actor: "<mail>", areas: "all" }, (tx) =>
      markUndeliverable(tx, id, app.clock.now(), "5.1.1"),
    );
    expect(await told()).toEqual(new Map([[about, { to: email, code: "5.1.1", forGood: true }]]));
  });
});
