import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, worker } from "#test/offices.ts";
import { withPermit } from "#test/permit.ts";
import { readForm, submitAnswer } from "../answering/answer.usecases.server.ts";
import { workplaceDoor } from "../answering/door.usecases.server.ts";
import { createSurvey, openSurvey, saveSurvey } from "../design/survey.commands.server.ts";
import { readSurvey } from "../design/survey.queries.server.ts";
import { surveyAt, unitsOf } from "../examples.testing.ts";
import { previewSheets, printLetters } from "../files/print.commands.server.ts";
import { enterPaper } from "../paper/paper.commands.server.ts";
import { addToFrame, drawSample, noteUnit, takeFrame } from "./frame.commands.server.ts";
import { remindMissing, sendInvitations } from "./letter.commands.server.ts";

const app = testApp();
const CLERK = worker(HEALTH_CENTRE, "coordinator");
const place = { app, area: HAMADA, organisation: HEALTH_CENTRE };
const ANSWERS = { size: "c1", industry: "c3", action: "c1", need: "c1", consult: "c2", policy: "c2" };
const MORE = { manager: "c1", mental: "c4", actions: "c1", "mental-why": "c1" };
type At = Awaited<ReturnType<typeof surveyAt>>;

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

const textsOf = async (pdf: Buffer): Promise<string[]> => {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, at) => {
    const { items } = await (await document.getPage(at + 1)).getTextContent();
    return items.map((item) => ("str" in item ? item.str : "").replaceAll(" ", "")).join("");
  });
  return Promise.all(pages);
};
const mailsTo = async (to: string) =>
  (await withPermit(app, service("test"), (permit) => listMails(permit, 500, { links: true }))).filter(
    (mail) => mail.to === to,
  );

/** Four workplaces with a mailbox and one without, asked. */
async function asked(name: string) {
  const at: At = { organisation: HEALTH_CENTRE, survey: newId() as string };
  const made = { title: "中小事業所実態調査", kind: "workplace", fiscalYear: "2026", base: "workplace" };
  expectOk(await createSurvey(app, CLERK, at, { ...made, partner: "" }));
  const lines = [1, 2, 3, 4].map((n) => `事業所${n},4,${name}${n}@example.jp`);
  const file = new File(
    [["事業所名,従業者数,メールアドレス", ...lines, "紙の事業所,4,"].join("\n")],
    "frame.csv",
  );
  expectOk(await takeFrame(app, CLERK, at, { file }));
  expectOk(await drawSample(app, CLERK, at, { way: "all", seed: "1", sure: true }));
  expectOk(await openSurvey(app, CLERK, at));
  return at;
}
const holderOf = (subject: string): Actor => ({
  ...{ kind: "holder", purpose: "survey", area: HAMADA, subject, detail: {} },
});

describe("whom is written to", () => {
  it("is asked once, and asked again only where nothing came and nobody refused", async () => {
    const at = await asked("once");
    expect(expectOk(await sendInvitations(app, CLERK, at))).toEqual({ sent: 4 });
    expect(expectOk(await sendInvitations(app, CLERK, at))).toEqual({ sent: 0 });
    const [first] = await unitsOf(app, CLERK, at);
    expectOk(await submitAnswer(app, holderOf(first!.id), { held: first!.id }, { ...ANSWERS, ...MORE }));
    expectOk(await noteUnit(app, CLERK, at, { number: "2", disposition: "refused" }));
    expectOk(await noteUnit(app, CLERK, at, { number: "3", disposition: "closed" }));
    expect(expectOk(await remindMissing(app, CLERK, at))).toEqual({ reminded: 1 });
    const counts = [1, 2, 3, 4].map(async (n) => (await mailsTo(`once${n}@example.jp`)).length);
    expect(await Promise.all(counts)).toEqual([1, 1, 1, 2]);
    const { work } = expectOk(await readSurvey(app, CLERK, at));
    expect(work).toMatchObject({ dispositions: { complete: 1, refused: 1, closed: 1, noReply: 2 } });
    // What answered stays answered.
    expect(await noteUnit(app, CLERK, at, { number: "1", disposition: "none" })).toMatchObject({
      error: { fields: { number: [expect.stringContaining("回答済み")] } },
    });
  });

  it("opens the form by the link of the mail, also by the first one after a second came", async () => {
    const at = await asked("link");
    expectOk(await sendInvitations(app, CLERK, at));
    expectOk(await remindMissing(app, CLERK, at));
    const bodies = (await mailsTo("link1@example.jp")).map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    for (const body of bodies) {
      const token = /\/s\/([\w-]{43})/.exec(body)![1]!;
      const { holder, held } = expectOk(await workplaceDoor(app, token));
      expect(expectOk(await readForm(app, holder, { held }))).toMatchObject({ state: "open" });
    }
  });
});

describe("what is printed", () => {
  it("is a letter a workplace that gets one, with its address and a link", async () => {
    const at = await asked("print");
    const { content } = expectOk(await printLetters(app, CLERK, at, { from: 1 }));
    const pages = await textsOf(content);
    expect(pages).toHaveLength(1);
    for (const word of ["紙の事業所", "御中", "整理番号", "/s/"]) expect(pages[0]).toContain(word);
  });

  it("is a sheet with each question, those of a branch with its condition, unit and page on each side", async () => {
    const at = await surveyAt(place, "open");
    const { content } = expectOk(await previewSheets(app, CLERK, { ...at, from: 2 }));
    const pages = await textsOf(content);
    const text = pages.join("");
    const { questions } = expectOk(await readSurvey(app, CLERK, at));
    for (const one of questions) expect(text).toContain(`問${one.number}`);
    const branch = questions.find(({ id }) => id === "mental-what")!;
    expect(text).toContain(`【${branch.only}】`.replaceAll(" ", ""));
    expect(text).not.toMatch(/else|#/);
    const ofSecond = pages.filter((page) => page.includes("整理番号2"));
    for (const [at, page] of ofSecond.entries()) expect(page).toContain(`2-${at + 1}`);
    expect(ofSecond.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain("塗りつぶしてください");
  });
});

describe("a frame", () => {
  it("says how wide intervals will be before it is drawn", async () => {
    const at = await surveyAt(place, "drafted", { frame: 200 });
    const wish = { way: "random", size: "100", seed: "1", rate: "50" };
    expect(await drawSample(app, CLERK, at, wish)).toMatchObject({
      error: {
        kind: "question",
        fields: { size: [expect.stringMatching(/100件に発送し、回答は約50件.*±12\.0/)] },
      },
    });
    expectOk(await drawSample(app, CLERK, at, { ...wish, sure: true }));
    expect(expectOk(await readSurvey(app, CLERK, at)).work).toMatchObject({ frame: 200, sampled: 100 });
  });

  it("of workers is that of the survey of their workplaces", async () => {
    const partner = await surveyAt(place, "open", { frame: 4 });
    const at: At = { organisation: HEALTH_CENTRE, survey: newId() as string };
    const made = { title: "従業員", kind: "worker", fiscalYear: "2026", base: "worker" };
    expectOk(await createSurvey(app, CLERK, at, { ...made, partner: partner.survey }));
    expect(expectOk(await addToFrame(app, CLERK, at, { from: "partner", lines: "" }))).toEqual({ added: 4 });
    const names = async (of: At) => (await unitsOf(app, CLERK, of)).map(({ name }) => name);
    expect(await names(at)).toEqual(await names(partner));
  });
});

it("an anonymous survey knows who answered on paper, and nothing of what", async () => {
  const at = await surveyAt(place, "drafted");
  const { form } = expectOk(await readSurvey(app, CLERK, at));
  expectOk(await saveSurvey(app, CLERK, at, { ...form.values, anonymous: "true", seen: form.seen }));
  expectOk(await openSurvey(app, CLERK, at));
  const sheet = {
    page1: "1-1",
    page2: "1-2",
    size: "1",
    industry: "3",
    manager: "1",
    action: "2",
    need: "1",
  };
  for (const entry of ["1", "2"])
    expectOk(await enterPaper(app, CLERK, at, { ...sheet, consult: "1", policy: "1", mental: "4", entry }));
  const [unit] = await unitsOf(app, CLERK, at);
  expect(unit).toMatchObject({ disposition: "complete" });
  const late = await submitAnswer(app, holderOf(unit!.id), { held: unit!.id }, { ...ANSWERS, ...MORE });
  expect(late).toMatchObject({ error: { kind: "conflict", message: expect.stringContaining("すでに") } });
  // Once an answer is in, it stays anonymous.
  const { form: now } = expectOk(await readSurvey(app, CLERK, at));
  expect(await saveSurvey(app, CLERK, at, { ...now.values, anonymous: "", seen: now.seen })).toMatchObject({
    error: { kind: "conflict", message: expect.stringContaining("匿名") },
  });
});
