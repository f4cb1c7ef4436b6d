import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { actorOf, service, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { selectHistory } from "#foundation/history/public.ts";
import { db } from "#platform/db/rows.ts";
import type { SentFiles } from "#platform/files/form-files.ts";
import { setScanner } from "#platform/files/scanner.ts";
import type { SentFile } from "#platform/files/upload.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { holds } from "#test/member.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { makeOffer, partOf } from "../examples/offer.testing.ts";
import { asking, byLetter, byReceipt, enter } from "../examples/request.testing.ts";
import type { OfferId } from "../model/offer.schema.ts";
import { historyOfRequest } from "../model/request.schema.ts";
import { handBack, passOn, takeOver } from "../secretariat/passing.usecases.server.ts";
import { readReceipt } from "../workplace/receipt.usecases.server.ts";
import { answerEnquiry } from "./answer.commands.server.ts";
import { readAnswer } from "./answer-view.queries.server.ts";
import { askAround } from "./enquiry.commands.server.ts";
import { makeRequest, type Receipt } from "./request.commands.server.ts";
import { refuseRequest, withdrawOwn } from "./request-ending.commands.server.ts";
import {
  attachFor,
  attachOwn,
  detachFor,
  detachOwn,
  readAskedFile,
  readFileFor,
  readOwnFile,
} from "./request-file.usecases.server.ts";
import { readRequest } from "./request-view.queries.server.ts";
import { decideVisit } from "./visit.commands.server.ts";

const AREA = "sma-32-02" as AreaId;
const THERE = "14150" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
beforeAll(async () => {
  await loadReferenceAreas(app);
  for (const area of [AREA, THERE]) await holds(app, "coordinator", area);
});

const MB = 1024 * 1024;
const HOME = "203.0.113.1";
const pdf = (name = "案内.pdf", length = 2000): SentFile => ({
  name,
  content: new Blob(["%PDF-1.7\n", Buffer.alloc(length - 9, 65)]),
  tooLong: false,
});
const sent = (...files: SentFile[]): SentFiles => ({ files, tooMany: false });
const made = (files?: SentFiles): Promise<Receipt> => enter(app, STAFF, AREA, files ? { files } : {});
/** By somebody without an account, from that address. */
const askedFrom = (sender: string, files: SentFiles, form: object = {}) => {
  const shown = Date.parse("2026-11-22T00:50:00Z").toString(16).padStart(12, "0");
  const once = `${shown.slice(0, 8)}-${shown.slice(8)}${newId().slice(13)}`;
  const target = { area: AREA, language: "ja", sender } as const;
  return makeRequest(app, VISITOR, target, { ...asking({ wish: once, ...form }), once, files });
};
const staffOf = (area: AreaId) =>
  actorOf({
    userId: newId<UserId>(),
    name: "事務局",
    memberships: [{ organisationId: newId<OrganisationId>(), role: "coordinator", areaId: area }],
    reach: [area],
  });
const inAll = <T>(work: Parameters<typeof withPermit<T>>[2]) => withPermit(app, service("test"), work);
const [read, withdraw] = [byReceipt(readReceipt), byReceipt(withdrawOwn)];
const filesOf = async (token: string) => expectOk(await read(app, token)).files;
const attach = (token: string, files: SentFiles, sender = HOME) =>
  byReceipt(attachOwn)(app, token, { files }, { sender });
const detach = (token: string, file: string) => byReceipt(detachOwn)(app, token, {}, { file });
const readOwn = (token: string, file: string) => byReceipt(readOwnFile)(app, token, {}, { file });
const readAsked = (token: string, file: string) => byLetter(readAskedFile)(app, token, {}, { file });
const stored = () =>
  inAll(
    async (tx) =>
      (await sql<{ n: number }>`select count(*) as n from stored_file`.execute(db(tx))).rows[0]!.n,
  );
const downloads = () =>
  inAll(
    async (tx) =>
      (
        await sql<{ actor: string; outcome: string }>`
          select actor, outcome from audit_entry where action like '%.file' order by at, id`.execute(db(tx))
      ).rows,
  );

describe("files of a request", () => {
  it("come with the form or later, once for a double click, and each download is written down", async () => {
    const { id, token } = await made(sent(pdf()));
    await Promise.all([attach(token, sent(pdf("地図.pdf"))), attach(token, sent(pdf("地図.pdf")))]);
    expectOk(await attachFor(app, staffOf(AREA), { area: AREA, id }, { files: sent(pdf("回答.pdf")) }));
    const other = { ...pdf("回答.pdf"), content: new Blob([`%PDF-1.7\n${"B".repeat(1991)}`]) };
    expectOk(await attachFor(app, staffOf(AREA), { area: AREA, id }, { files: sent(other) }));
    const files = await filesOf(token);
    expect(files.map((one) => [one.name, one.byWorkplace])).toEqual([
      ["案内.pdf", false],
      ["地図.pdf", true],
      ["回答.pdf", false],
      ["回答.pdf", false],
    ]);
    const before = (await downloads()).length;
    const got = expectOk(await readOwn(token, files[1]!.id));
    expect(got.content.equals(Buffer.from(await pdf().content.arrayBuffer()))).toBe(true);
    expect(got.mediaType).toBe("application/pdf");
    expectOk(await readFileFor(app, staffOf(AREA), { area: AREA, id, file: files[1]!.id }));
    expect((await downloads()).length).toBe(before + 2);
    const history = await inAll((tx) => selectHistory(tx, historyOfRequest(AREA, id)));
    expect(history.map((one) => one.action)).toEqual(["receive", "attach", "attach", "attach"]);
  });

  it("are closed to everybody until a scanner has looked, and their lists say so", async () => {
    setScanner("/nowhere/clamd.sock");
    const { id, token } = await made(sent(pdf()));
    expectOk(await attach(token, sent(pdf("地図.pdf"))));
    const [file, own] = await filesOf(token);
    expect([file!.state, own!.state]).toEqual(["waiting", "waiting"]);
    const closed = { error: { kind: "conflict", message: expect.stringContaining("確認中") } };
    expect(await readOwn(token, own!.id)).toMatchObject(closed);
    expect(await readFileFor(app, staffOf(AREA), { area: AREA, id, file: file!.id })).toMatchObject(closed);
    setScanner(undefined);
    expectOk(await readOwn(token, own!.id));
  });

  it("are seen by nobody who may not read the request", async () => {
    const [{ id, token }, other] = [await made(sent(pdf())), await made()];
    const [file] = await filesOf(token);
    const provider = actorOf({
      userId: newId<UserId>(),
      name: "",
      memberships: [{ organisationId: newId<OrganisationId>(), role: "provider", areaId: AREA }],
      reach: [AREA],
    });
    for (const attempt of [
      await readFileFor(app, provider, { area: AREA, id, file: file!.id }),
      await readFileFor(app, staffOf(THERE), { area: THERE, id, file: file!.id }),
      await readFileFor(app, staffOf(AREA), { area: AREA, id: other.id, file: file!.id }),
      await readOwn(other.token, file!.id),
      await readAsked(token, file!.id),
      await readOwn(token, newId()),
    ])
      expect(attempt).toMatchObject({ ok: false, error: { kind: "not-found" } });
  });

  it("are read by those who were asked, by link and signed in, until they are let go", async () => {
    const organisations = [newId<OrganisationId>(), newId<OrganisationId>()] as const;
    const offers: OfferId[] = [];
    for (const organisationId of organisations) {
      const parts = [partOf(organisationId, organisationId, `${organisationId}@example.jp`)];
      offers.push(await makeOffer(app, STAFF, AREA, { parts }));
    }
    const { id, token } = await made(sent(pdf()));
    const [file] = await filesOf(token);
    const slots = [{ day: "2026-12-02", from: "10:00", to: "11:00" }];
    expectOk(await askAround(app, STAFF, { area: AREA, id }, { offer: offers, slots }));
    const mails = await inAll((tx) => listMails(tx, 500, { links: true }));
    const reads = async (organisationId: OrganisationId) => {
      const { body } = mails.find((mail) => mail.to === `${organisationId}@example.jp`)!;
      const link = /\/a\/(\S+)/.exec(body)![1]!;
      const provider = actorOf({
        userId: newId<UserId>(),
        name: "",
        memberships: [{ organisationId, role: "provider", areaId: AREA }],
        reach: [AREA],
      });
      return [
        expectOk(await byLetter(readAnswer)(app, link)).files.length > 0,
        (await readAsked(link, file!.id)).ok,
        expectOk(await readRequest(app, provider, { area: AREA, id })).files.length > 0,
        (await readFileFor(app, provider, { area: AREA, id, file: file!.id })).ok,
      ];
    };
    const [all, none] = [Array(4).fill(true), Array(4).fill(false)];
    expect(await Promise.all(organisations.map(reads))).toEqual([all, all]);
    const { enquiries } = expectOk(await readRequest(app, STAFF, { area: AREA, id }));
    for (const one of enquiries)
      expectOk(await answerEnquiry(app, STAFF, { area: AREA, id, enquiry: one.id }, { answers: ["yes"] }));
    const first = enquiries.find((one) => one.organisationName === organisations[0])!;
    expectOk(await decideVisit(app, STAFF, { area: AREA, id }, { slot: 0, member: [first.id] }));
    expect(await Promise.all(organisations.map(reads))).toEqual([all, none]);
  });

  it.each([
    ["too long", { name: "長い.pdf", content: new Blob([]), tooLong: true }, "5MBより大きい"],
    ["not what its name says", { ...pdf("写真.png") }, "名前の種類と違う"],
    ["a program", { ...pdf("setup.exe") }, "受け取れない種類"],
  ] as const)(
    "are refused beside their field, with the other errors, where one is %s",
    async (_, file, words) => {
      const count = await stored();
      const refused = await askedFrom(newId(), sent(pdf(), file), { people: "0" });
      expect(refused).toMatchObject({
        ok: false,
        error: { fields: { people: [expect.any(String)], files: [expect.stringContaining(words)] } },
      });
      expect(await stored()).toBe(count);
    },
  );

  it("are no file dump: three a form, ten a request, thirty megabytes a day from one address", async () => {
    const tooMany = await askedFrom(newId(), { files: [pdf()], tooMany: true });
    expect(tooMany).toMatchObject({ ok: false, error: { fields: { files: [expect.any(String)] } } });
    const { token } = await made();
    for (const round of [1, 2, 3])
      expectOk(await attach(token, sent(...[1, 2, 3].map((n) => pdf(`${round}-${n}.pdf`)))));
    expect(await attach(token, sent(pdf("10.pdf"), pdf("11.pdf")))).toMatchObject({
      ok: false,
    });
    const big = sent(...[1, 2, 3].map((n) => pdf(`${n}.pdf`, 5 * MB)));
    const address = "203.0.113.9";
    for (const _ of [1, 2]) expectOk(await askedFrom(address, big));
    const count = await stored();
    expect(await askedFrom(address, big)).toMatchObject({
      ok: false,
      error: { fields: { files: [expect.stringContaining("多すぎます")] } },
    });
    // Neither by way of a link that the same address was given.
    expect(await attach(token, sent(pdf("9.pdf", MB)), address)).toMatchObject({ ok: false });
    expect(await stored()).toBe(count);
    expectOk(await askedFrom(address, sent()));
  });

  it("do not stay where the request was taken back, came to nothing, or was no request", async () => {
    const count = await stored();
    const [taken, refused] = [await made(sent(pdf())), await made(sent(pdf()))];
    expect(await stored()).toBe(count + 2);
    expectOk(await withdraw(app, taken.token));
    expectOk(await refuseRequest(app, STAFF, { area: AREA, id: refused.id }, { reason: "other" }));
    expect(await askedFrom("x", sent(pdf()), { homepage: "x" })).toMatchObject({ ok: false });
    expect(await stored()).toBe(count);
  });

  it("are taken away by the workplace where they are its own, by staff in any case", async () => {
    const { id, token } = await made(sent(pdf("事務局.pdf")));
    expectOk(await attach(token, sent(pdf("名簿.pdf"))));
    const [office, own] = await filesOf(token);
    expectOk(await detach(token, office!.id));
    expectOk(await detach(token, own!.id));
    expectOk(await detach(token, own!.id));
    const other = await made(sent(pdf("よその名簿.pdf")));
    const [foreign] = await filesOf(other.token);
    expect(await detach(token, foreign!.id)).toMatchObject({ ok: false, error: { kind: "not-found" } });
    expect((await filesOf(token)).map((one) => one.name)).toEqual(["事務局.pdf"]);
    expect(await readOwn(token, own!.id)).toMatchObject({ ok: false });
    expectOk(await detachFor(app, staffOf(AREA), { area: AREA, id, file: office!.id }));
    expect(await filesOf(token)).toEqual([]);
  });

  it("go with a request that is passed on: read by the neighbour while it is, kept by it when taken over", async () => {
    const theirs = staffOf(THERE);
    const { id, token } = await made(sent(pdf()));
    const [file] = await filesOf(token);
    const pass = () => passOn(app, staffOf(AREA), { area: AREA, id }, { to: THERE, why: "近いため" });
    expectOk(await pass());
    expectOk(await readFileFor(app, theirs, { area: THERE, id, file: file!.id }));
    expectOk(await handBack(app, theirs, { area: THERE, id }, { why: "対象外のため" }));
    expect(await readFileFor(app, theirs, { area: THERE, id, file: file!.id })).toMatchObject({ ok: false });
    expectOk(await pass());
    const count = await stored();
    const taken = expectOk(await takeOver(app, theirs, { area: THERE, id }));
    const [moved] = await filesOf(token);
    expectOk(await readFileFor(app, theirs, { area: THERE, id: taken.id, file: moved!.id }));
    expect(await readFileFor(app, staffOf(AREA), { area: AREA, id, file: file!.id })).toMatchObject({
      ok: false,
    });
    expect(await stored()).toBe(count);
  });
});
