import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { testApp } from "#test/app.ts";
import { HEALTH_CENTRE, WORK_HEALTH_CENTRE, worker } from "#test/offices.ts";
import { changeCase, closeCase, nameClient, openCase, reopenCase } from "./case.commands.server.ts";
import { CASES } from "./case.present.ts";
import { listCases, readCase, searchClients } from "./case.queries.server.ts";
import { addContact, correctContact } from "./contact.commands.server.ts";

const app = testApp();
const NURSE = worker(HEALTH_CENTRE, "caseworker");
const ELSEWHERE = worker(WORK_HEALTH_CENTRE, "caseworker");
const SECRETARIAT = worker(HEALTH_CENTRE, "coordinator");
const office = { organisation: HEALTH_CENTRE };
const NAME = "見本　花子";

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

const call = (more: object = {}) => ({
  asker: "on-leave",
  source: "self",
  channel: "telephone",
  openedOn: "2026-11-20",
  topics: ["sleep", "return"],
  urgency: "usual",
  told: "眠れない日が続いている",
  name: NAME,
  kana: "みほん　はなこ",
  birthDate: "1980-05-05",
  phone: "0855-00-0000",
  ...more,
});
async function opened(more: object = {}, actor: Actor = NURSE): Promise<string> {
  const id = newId() as string;
  expectOk(await openCase(app, actor, { ...office, id }, call(more)));
  return id;
}
const read = async (id: string) => expectOk(await readCase(app, NURSE, { ...office, case: id }));
const list = async (which: string) =>
  expectOk(await listCases(app, NURSE, { ...office, list: readList(CASES, new URLSearchParams({ which })) }));

describe("a case", () => {
  it("opens from a first call, once, with a number of its office and year", async () => {
    const [id, once] = [newId() as string, newId() as string];
    const form = call({ once });
    expectOk(await openCase(app, NURSE, { ...office, id }, form));
    expectOk(await openCase(app, NURSE, { ...office, id }, form));
    const shown = await read(id);
    expect(shown.case.number).toMatch(/^2026-\d{4}$/);
    expect(shown).toMatchObject({
      case: { told: "眠れない日が続いている", mental: true, topics: ["睡眠", "復職"] },
      identity: { name: NAME, atWork: false },
      contacts: [{ content: "眠れない日が続いている" }],
    });
  });

  it("is whole without a name, and may get one later", async () => {
    const nobody = { name: "", kana: "", birthDate: "", phone: "" };
    const id = await opened(nobody);
    expect((await read(id)).identity).toBeUndefined();
    expectOk(await nameClient(app, NURSE, { ...office, case: id }, { name: "見本　次郎", seen: undefined }));
    expect(await read(id)).toMatchObject({
      identity: { name: "見本　次郎" },
      case: { told: "眠れない日が続いている" },
    });
  });

  it("asks what was done where it can't wait", async () => {
    const refused = await openCase(app, NURSE, { ...office, id: newId() }, call({ urgency: "now" }));
    expect(refused).toMatchObject({ error: { kind: "invalid", fields: { steps: [expect.any(String)] } } });
    await opened({ urgency: "now", steps: ["hotline", "companion"] });
  });

  it("closes with an outcome and opens again with a reason", async () => {
    const id = await opened();
    const end = { outcome: "solved", note: "復職した", closedOn: "2026-11-22" };
    expectOk(await closeCase(app, NURSE, { ...office, case: id }, end));
    const late = await addContact(app, NURSE, { ...office, case: id }, contact());
    expect(late).toMatchObject({
      error: { message: "この相談は終了しています。記録するには、先に再開してください。" },
    });
    expect((await list("closed")).rows.map((row) => row.id)).toContain(id);
    expectOk(await reopenCase(app, NURSE, { ...office, case: id }, { note: "再び相談があった" }));
    expectOk(await addContact(app, NURSE, { ...office, case: id }, contact()));
  });

  it("tells the second of two who change it", async () => {
    const id = await opened();
    const { forms } = await read(id);
    const form = { ...forms.case, topics: ["sleep"], seen: formShowing(forms.case).seen };
    expectOk(await changeCase(app, NURSE, { ...office, case: id }, { ...form, told: "先の人" }));
    const late = await changeCase(app, NURSE, { ...office, case: id }, { ...form, told: "後の人" });
    expect(late).toMatchObject({ error: { kind: "overtaken", now: { told: "先の人" } } });
  });
});

const contact = (more: object = {}) => ({
  day: "2026-11-21",
  channel: "telephone",
  withWhom: "person",
  content: "様子を聞いた",
  minutes: "15分",
  ...more,
});

it("keeps what a corrected contact said before", async () => {
  const id = await opened();
  const { id: first } = expectOk(
    await addContact(app, NURSE, { ...office, case: id }, contact({ nextDue: "2026-12-01" })),
  );
  expect((await read(id)).case).toMatchObject({ lastContactOn: "2026-11-21", nextDue: "2026-12-01" });
  expectOk(
    await correctContact(
      app,
      NURSE,
      { ...office, case: id, contact: first },
      contact({ content: "正しい内容" }),
    ),
  );
  const { contacts } = await read(id);
  expect(contacts.map(({ content, corrected }) => [content, corrected])).toEqual([
    ["正しい内容", true],
    ["眠れない日が続いている", false],
  ]);
});

describe("the working list", () => {
  it("parts what is due today, overdue and silent", async () => {
    const today = await opened({ nextDue: "2026-11-22" });
    const overdue = await opened({ nextDue: "2026-11-21" });
    const silent = await opened({ openedOn: "2026-09-01" });
    for (const [which, id] of [
      ["today", today],
      ["overdue", overdue],
      ["silent", silent],
    ] as const) {
      const { rows, counts } = await list(which);
      expect(rows.map((row) => row.id)).toContain(id);
      expect(counts[which]).toBe(rows.length);
    }
    expect((await list("today")).rows.map((row) => row.id)).not.toContain(overdue);
  });
});

describe("nobody else", () => {
  it("of another office or another role reads a case, knows that there is one, or lists any", async () => {
    const id = await opened();
    for (const actor of [ELSEWHERE, SECRETARIAT]) {
      expect(await readCase(app, actor, { ...office, case: id })).toMatchObject({
        error: { kind: "forbidden" },
      });
      const list = readList(CASES, new URLSearchParams());
      expect(await listCases(app, actor, { ...office, list })).toMatchObject({
        error: { kind: "forbidden" },
      });
    }
    const theirs = { organisation: WORK_HEALTH_CENTRE, case: id };
    expect(await readCase(app, ELSEWHERE, theirs)).toMatchObject({ error: { kind: "not-found" } });
  });

  it("reaches a row by plain SQL as the role that serves the tier", async () => {
    const id = await opened();
    const { personId } = (await rowOf(NURSE, id))!;
    for (const actor of [ELSEWHERE, SECRETARIAT, { kind: "service", name: "consultation" } as Actor])
      expect(await rowOf(actor, id)).toBeUndefined();
    const holder: Actor = { kind: "holder", purpose: "own", area: null, subject: personId, detail: {} };
    expect(await rowOf(holder, id)).toBeDefined();
  });

  it("reads a name or a word in the rows", async () => {
    const id = await opened({ told: "内密の話" });
    const dump = await inTransaction(app.sensitive.db, scopeOf(NURSE), async (tx) => {
      const { rows } = await sql<{ text: string }>`
        select consultation_case::text || client::text || case_contact::text as text
        from sensitive.consultation_case join sensitive.client on client.id = client_id
          join sensitive.case_contact on case_id = consultation_case.id
        where consultation_case.id = ${id}`.execute(tx);
      return rows[0]!.text;
    });
    for (const secret of ["内密", NAME, "花子", "はなこ", "1980-05-05", "0855-00"]) {
      expect(dump).not.toContain(secret);
      expect(dump).not.toContain(Buffer.from(secret).toString("hex"));
    }
  });
});

const rowOf = (actor: Actor, id: string) =>
  inTransaction(app.sensitive.db, scopeOf(actor), async (tx) => {
    const { rows } = await sql<{ personId: string }>`
      select person_id as "personId" from sensitive.consultation_case where id = ${id}`.execute(tx);
    return rows[0];
  });

describe("clients", () => {
  it("are found by a whole name, reading, birth date or telephone, however it is typed", async () => {
    const id = await opened({ name: "照会　太郎", kana: "しょうかい　たろう", birthDate: "1971-01-02" });
    for (const typed of [
      { name: "照会太郎" },
      { kana: "ショウカイ タロウ" },
      { kana: "しょうかい　たろう", birthDate: "昭和46年1月2日" },
    ]) {
      const found = expectOk(await searchClients(app, NURSE, { ...office, ...typed } as never));
      expect(
        found.cases.map((one) => one.id),
        JSON.stringify(typed),
      ).toEqual([id]);
    }
    expect(expectOk(await searchClients(app, NURSE, { ...office, name: "照会" } as never)).cases).toEqual([]);
    const other = { organisation: WORK_HEALTH_CENTRE, name: "照会太郎" };
    expect(expectOk(await searchClients(app, ELSEWHERE, other as never)).cases).toEqual([]);
  });

  it("proposes who married and writes nothing, and keeps twins apart", async () => {
    const born = { birthDate: "1990-03-03", phone: "0855-11-1111", town: "浜田市" };
    const before = await opened({ ...born, name: "旧姓　春子", kana: "きゅうせい　はるこ" });
    const twin = await opened({ ...born, name: "旧姓　夏子", kana: "きゅうせい　なつこ" });
    const married = await opened({ ...born, name: "新姓　春子", kana: "しんせい　はるこ" });
    expect((await read(married)).similar.map(({ name }) => name)).toEqual(["旧姓　春子"]);
    expect((await read(before)).similar.map(({ name }) => name)).toEqual(["新姓　春子"]);
    expect((await read(twin)).similar).toEqual([]);
  });
});
