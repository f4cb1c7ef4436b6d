import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { readProfile } from "#evidence/indicators/public.ts";
import { type Actor, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { documentPdf } from "#platform/pdf/document-pdf.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, worker } from "#test/offices.ts";
import { submitAnswer } from "../answering/answer.usecases.server.ts";
import { closeSurvey } from "../design/survey.commands.server.ts";
import { readSurvey } from "../design/survey.queries.server.ts";
import { surveyAt, unitsOf } from "../examples.testing.ts";
import { exportAnswers } from "../files/export.queries.server.ts";
import { fieldsOf } from "../files/export.rules.ts";
import { freezeFinding } from "./finding.commands.server.ts";
import { hideFinding, showFinding } from "./finding-line.commands.server.ts";
import { codeTexts, listTexts, saveThemes } from "./free-text.usecases.server.ts";
import { makeResult, publishResult, readResult } from "./result.commands.server.ts";
import { thanksDocument } from "./thanks.present.ts";
import { thankWorkplace } from "./thanks.queries.server.ts";

const app = testApp();
const CLERK = worker(HEALTH_CENTRE, "coordinator");
const place = { app, area: HAMADA, organisation: HEALTH_CENTRE };
type At = Awaited<ReturnType<typeof surveyAt>>;
const SECRET = "となりの工場の騒音で眠れない";

/** What stands on each page of a PDF, without the spaces that its lines are set with. */
async function pagesOfPdf(content: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join("");
    pages.push(text.normalize("NFKC").replaceAll(/\s/g, ""));
  }
  return pages;
}

const holderOf = (unit: string): Actor => ({
  kind: "holder",
  purpose: "survey",
  area: HAMADA,
  subject: unit,
  detail: {},
});

let at: At;
let units: Awaited<ReturnType<typeof unitsOf>>;

/** 160 workplaces, of which 150 answered, 30 of each size; forty wrote something. */
beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
  at = await surveyAt(place, "open", { frame: 160 });
  units = await unitsOf(app, CLERK, at);
  for (const [n, unit] of units.slice(0, 150).entries()) {
    const sent = {
      ...{
        size: `c${(n % 5) + 1}`,
        industry: "c3",
        action: Math.floor(n / 5) % 5 < 3 ? "c1" : "c2",
        need: "c1",
        consult: "c2",
      },
      ...(n < 40 ? { free: `${SECRET}${n}` } : {}),
      // Nobody is asked for themes: what is sent for them is no answer.
      "free-themes": "c1",
    };
    expectOk(await submitAnswer(app, holderOf(unit.id), { held: unit.id }, sent));
  }
}, 120_000);

const onText = (page = 1) => ({ ...at, text: "free", page });
const look = async (page = 1) => expectOk(await listTexts(app, CLERK, onText(page)));
const theme = (n: number, ja: string, id = "") => ({ [`themes.${n}.id`]: id, [`themes.${n}.ja`]: ja });

describe("texts coded by hand", () => {
  it("are not shown while answers come in", async () => {
    expect(await listTexts(app, CLERK, onText())).toMatchObject({ error: { kind: "conflict" } });
    expectOk(await closeSurvey(app, CLERK, at));
    const { count, texts } = await look();
    expect([count, texts.length]).toEqual([{ all: 40, coded: 0 }, 20]);
  });

  it("are counted like choices, of persons, and nothing that was written leaves with the tables", async () => {
    expectOk(
      await saveThemes(app, CLERK, { ...at, text: "free" }, { ...theme(0, "騒音"), ...theme(1, "休養") }),
    );
    for (const page of [1, 2]) {
      const { texts, form } = await look(page);
      const given = texts.map(
        (one, n) => [one.name, [...(n < 12 ? ["c1"] : []), ...(n < 8 ? [] : ["c2"])]] as const,
      );
      expectOk(await codeTexts(app, CLERK, onText(page), { ...Object.fromEntries(given), seen: form.seen }));
    }
    expect((await look()).count).toEqual({ all: 40, coded: 40 });
    expectOk(await makeResult(app, CLERK, at));
    const read = expectOk(await readResult(app, CLERK, at));
    const table = read.tables.find(({ key }) => key === "free-themes")!;
    expect(table.rows[0]).toMatchObject({ base: "40" });
    expect(table.rows[0]!.cells.map(({ share }) => share)).toEqual(["60.0", "60.0"]);
    expect(read.four.find(({ name }) => name === "free-themes")).toMatchObject({
      ...{ shown: 40, answered: 40, blank: 0, notShown: 110 },
    });
    expect(JSON.stringify(read)).not.toContain(SECRET);
  });

  it("are columns of the export, a column for each theme", async () => {
    const { form, rows } = expectOk(await exportAnswers(app, CLERK, { ...at, file: "codes.csv" }));
    const field = fieldsOf(form).find(({ name }) => name === "free-themes--c2")!;
    const codes = rows.map((row) => field.code(row, form));
    expect([1, 0, -8].map((code) => codes.filter((one) => one === code).length)).toEqual([24, 16, 110]);
  });

  it("tells the second of two who code the same page, and gives no id of a theme twice", async () => {
    const { form, texts } = await look();
    expectOk(await codeTexts(app, CLERK, onText(), { [texts[0]!.name]: "c2", seen: form.seen }));
    const late = await codeTexts(app, CLERK, onText(), { [texts[1]!.name]: "c1", seen: form.seen });
    expect(late).toMatchObject({ error: { kind: "overtaken" } });
    expectOk(await saveThemes(app, CLERK, { ...at, text: "free" }, theme(0, "騒音", "c1")));
    expectOk(
      await saveThemes(
        app,
        CLERK,
        { ...at, text: "free" },
        { ...theme(0, "騒音", "c1"), ...theme(1, "照明") },
      ),
    );
    const { themes, themeForm } = await look();
    expect(themes).toEqual([
      { value: "c1", label: "騒音" },
      { value: "c3", label: "照明" },
    ]);
    const of = { ...at, text: "free" };
    const typed = { ...themeForm.values, ...theme(2, "給与"), seen: themeForm.seen };
    expectOk(await saveThemes(app, CLERK, of, typed));
    // Who did not see the third theme does not take it out.
    const stale = { ...themeForm.values, "themes.0.ja": "音", seen: themeForm.seen };
    expect(await saveThemes(app, CLERK, of, stale)).toMatchObject({ error: { kind: "overtaken" } });
    expect((await look()).themes.map(({ value }) => value)).toEqual(["c1", "c3", "c4"]);
  });

  it("of one that was coded anew, no two editions tell which theme it had", async () => {
    const cellsOf = async () =>
      expectOk(await readResult(app, CLERK, at)).tables.find(({ key }) => key === "free-themes")!.rows[0]!;
    for (const page of [1, 2]) {
      const { texts, form } = await look(page);
      const given = texts.map((one, n) => [one.name, n < 10 ? "c1" : "c3"] as const);
      expectOk(await codeTexts(app, CLERK, onText(page), { ...Object.fromEntries(given), seen: form.seen }));
    }
    expectOk(await makeResult(app, CLERK, at));
    const before = await cellsOf();
    const { texts, form } = await look();
    const moved = texts.map((one, n) => [one.name, n < 11 ? "c1" : "c3"] as const);
    expectOk(await codeTexts(app, CLERK, onText(), { ...Object.fromEntries(moved), seen: form.seen }));
    expectOk(await makeResult(app, CLERK, at));
    const after = await cellsOf();
    const both = before.cells.flatMap((one, n) => {
      const now = after.cells[n]!;
      return Number.isFinite(Number(one.share)) &&
        Number.isFinite(Number(now.share)) &&
        one.share !== now.share
        ? [[one.share, now.share]]
        : [];
    });
    expect(both).toEqual([]);
  });

  it("of another office's survey are not there", async () => {
    const other = worker("00000000-0000-4000-8000-000000000001" as typeof HEALTH_CENTRE, "coordinator");
    expect(await listTexts(app, other, onText())).toMatchObject({ ok: false });
    expect(await listTexts(app, CLERK, { ...onText(), text: "size" })).toMatchObject({
      error: { kind: "not-found" },
    });
  });
});

describe("a finding in the profile of the area", () => {
  const linesOf = async (actor: Actor) => {
    const target = { area: HAMADA, benchmark: undefined, period: undefined, language: "ja" };
    const { profile } = expectOk(await readProfile(app, actor, target as never));
    return profile.surveys.flatMap(({ name, findings }) =>
      name === "見本の調査" ? findings.map(({ finding }) => finding) : [],
    );
  };

  it("stands there once its tables are public, for everybody, and is taken off again", async () => {
    expectOk(await freezeFinding(app, CLERK, at, { question: "action", choices: ["c1"] }));
    const [finding] = expectOk(await readResult(app, CLERK, at)).findings;
    const one = { ...at, finding: finding!.id };
    expect(await showFinding(app, CLERK, one)).toMatchObject({ error: { kind: "conflict" } });
    expectOk(await publishResult(app, CLERK, at));
    expectOk(await showFinding(app, CLERK, one));
    expect(await linesOf(VISITOR)).toEqual([finding!.sentence]);
    expectOk(await hideFinding(app, CLERK, one));
    expect(await linesOf(VISITOR)).toEqual([]);
    expectOk(await showFinding(app, CLERK, one));
  });
});

describe("what a workplace and its office are told", () => {
  it("shows a workplace its own answers beside what was published, and no theme that was given to its text", async () => {
    const { published, lines } = expectOk(
      await thankWorkplace(app, holderOf(units[0]!.id), { held: units[0]!.id }),
    );
    expect(published).toBe(true);
    expect(lines.find(({ name }) => name === "action")).toMatchObject({
      // All are of one trade: that nobody is of another must not be told, so nothing is of this one.
      ...{ all: "60.0％", size: "60.0％", industry: "―" },
    });
    expect(lines.map(({ name }) => name)).not.toContain("free-themes");
  });

  it("prints them with what can be asked for", async () => {
    const { origin } = app.config;
    const thanks = expectOk(await thankWorkplace(app, holderOf(units[0]!.id), { held: units[0]!.id }));
    const pdf = documentPdf(thanksDocument(thanks, { madeOn: app.clock.today(), origin }), origin);
    const text = (await pagesOfPdf(pdf)).join("");
    for (const told of ["同じ業種の割合", "60.0%", "健康づくりのご相談", `${origin}/areas/${HAMADA}/ask`])
      expect(text).toContain(told);
  });

  it("compares the sizes of who answered with the frame", async () => {
    const { work } = expectOk(await readSurvey(app, CLERK, at));
    const sums = (["frame", "answered"] as const).map((of) =>
      work!.compared.reduce((sum, one) => sum + one[of], 0),
    );
    expect(sums.map((sum) => Math.round(sum))).toEqual([100, 100]);
    // The ten largest did not answer: the largest group is told too small among who answered.
    const largest = work!.compared.toSorted((a, b) => b.frame - a.frame)[0]!;
    expect(largest.answered).toBeLessThan(largest.frame);
  });
});
