import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, type Role, service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import type { PrintDocument } from "#platform/pdf/document.ts";
import { enterActivity } from "#programmes/plan/public.ts";
import { testApp } from "#test/app.ts";
import { FIGURES_2009 } from "#test/figures.ts";
import { loadDemonstrationCouncils } from "../system/demonstration.commands.server.ts";
import { makeBody } from "../testing.ts";
import { reportDocument } from "./report.present.ts";
import { correctionsOf } from "./report.rules.ts";
import { makeReport, readReport } from "./report.usecases.server.ts";
import { reportAsDocx, reportAsPdf } from "./report-file.queries.server.ts";

const app = testApp();
const SAGAMIHARA = "14150" as AreaId;
const person = (role: Role, area: AreaId): Actor => ({
  kind: "person",
  userId: `u-${role}` as UserId,
  name: role,
  memberships: [
    { organisationId: "0198f2a0-0000-7000-8000-000000000001" as OrganisationId, role, areas: [area] },
  ],
  reach: [area],
});
const on = (day: string): App => ({ ...app, clock: fixedClock(`${day}T03:00:00Z`) });

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationCouncils(app);
});

it("links every figure to its rows", async () => {
  const report = expectOk(await readReport(app, service("cli"), { area: SAGAMIHARA, year: 2009 }));
  const { sections } = reportDocument(report, "sagamihara");
  const table = sections
    .flatMap((section) => section.blocks)
    .find((block) => block.kind === "table" && block.caption.startsWith("年度ごと"));
  const cells = table?.kind === "table" ? table.rows.flatMap((row) => row.slice(1)) : [];
  expect(
    cells.filter((cell) => cell.text !== "―").every((cell) => cell.href?.includes("/plan/activities?year=")),
  ).toBe(true);
  expect(cells.find((cell) => cell.text === "14回／1,875人")?.href).toBe(
    "/areas/sagamihara/plan/activities?year=2009&kind=awareness",
  );
  const figures = sections
    .flatMap((section) => section.blocks)
    .flatMap((block) =>
      block.kind === "table" ? block.rows.flat() : block.kind === "list" ? block.items : [],
    )
    .filter((one) => /\d[\d.,]*(%|件|人|回|者|団体)/.test(one.text));
  expect(figures.length).toBeGreaterThan(20);
  expect(figures.filter((one) => !one.href).map((one) => one.text)).toEqual([]);
});

const cellsOf = (document: PrintDocument) =>
  document.sections
    .flatMap((section) => section.blocks)
    .flatMap((block) =>
      block.kind === "table" ? block.rows.flat() : block.kind === "list" ? block.items : [],
    );

it("leads nowhere where there is no figure", async () => {
  const report = expectOk(await readReport(app, service("cli"), { area: SAGAMIHARA, year: 2009 }));
  const dashes = cellsOf(reportDocument(report, "sagamihara")).filter((one) => one.text === "―");
  expect(dashes.length).toBeGreaterThan(10);
  expect(dashes.filter((one) => one.href)).toEqual([]);
});

it.each([2009, 2012])("speaks in fiscal %d of that year, not of today", async (year) => {
  const report = expectOk(await readReport(app, service("cli"), { area: SAGAMIHARA, year }));
  const text = JSON.stringify(reportDocument(report, "sagamihara"));
  expect(text).toContain(`${year}年度の会議`);
  expect(text).not.toMatch(/今年度|現在の|"状態"|は?まだ(書かれ|決め|ありません)/);
});

it("of a past year tells of no body that was founded later", async () => {
  const area = "sma-32-04" as AreaId;
  const clerk = person("coordinator", area);
  await makeBody(app, clerk, area, { kind: "area_council", name: "協議会", foundedOn: "2010-05-01" });
  const bodiesOf = async (year: number) =>
    expectOk(await readReport(app, clerk, { area, year })).facts.bodies;
  expect(await bodiesOf(2009)).toEqual([]);
  expect(await bodiesOf(2010)).toHaveLength(1);
});

it("takes an initiative that ended since for no correction of a year that is over", async () => {
  const { facts } = expectOk(await readReport(app, service("cli"), { area: SAGAMIHARA, year: 2009 }));
  const initiatives = facts.plan.initiatives.map((one) => ({ ...one, status: "done" }));
  const since = { ...facts, plan: { ...facts.plan, initiatives } };
  expect(correctionsOf(facts, since, true)).toEqual([]);
  expect(correctionsOf(facts, since, false)).toHaveLength(1);
});

it("takes what reports told of only since for no correction of an earlier edition", async () => {
  const { facts } = expectOk(await readReport(app, service("cli"), { area: SAGAMIHARA, year: 2009 }));
  const { carriedIn: _, ...plan } = facts.plan;
  const earlier = { ...facts, plan: plan as typeof facts.plan };
  expect(correctionsOf(earlier, facts, true)).toEqual([]);
  expect(correctionsOf({ ...earlier, plan: { ...plan, issues: [] } as never }, facts, true)).toHaveLength(1);
});

async function textOf(pdf: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  let text = "";
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    text += items.map((item) => ("str" in item ? item.str : "")).join("");
  }
  return text.replaceAll(" ", "");
}

it("holds the figures of the source in the PDF, and is written as text too", async () => {
  const area = { id: SAGAMIHARA, slug: "sagamihara", name: "相模原市" };
  const pdf = expectOk(await reportAsPdf(app, service("cli"), area, fiscalYear(2009)));
  const text = await textOf(pdf.content);
  for (const figure of FIGURES_2009) expect(text).toContain(figure);
  const docx = expectOk(await reportAsDocx(app, service("cli"), area, fiscalYear(2009)));
  expect(docx.content.subarray(0, 2).toString()).toBe("PK");
});

describe("the annual report", () => {
  it("holds Sagamihara's fiscal 2009 of the source, again and again the same, and tells of corrections", async () => {
    await loadDemonstrationCouncils(app);
    const clerk = person("coordinator", SAGAMIHARA);
    const target = { area: SAGAMIHARA, year: 2009 };
    const made = expectOk(await makeReport(app, clerk, target));
    expect(made).toMatchObject({ edition: 1, corrections: [], yearIsOver: true });
    const cells = made.facts.plan.yearTable.filter((cell) => cell.fiscalYear === 2009);
    expect(cells.map((cell) => [cell.kind, cell.sessions, cell.participants])).toEqual([
      ["awareness", 14, 1875],
      ["mental_health_support", 14, 330],
      ["training", 1, 24],
    ]);
    expect(made.facts.bodies[0]!.members).toHaveLength(17);
    expect(expectOk(await makeReport(on("2027-03-01"), clerk, target))).toMatchObject({
      edition: 1,
    });

    const late = {
      kind: "training",
      title: "記録もれの研修会",
      from: "2010-02-10",
      host: "市保健所",
      sessions: "1",
      participants: "9",
      sure: true,
    };
    expectOk(await enterActivity(app, clerk, { area: SAGAMIHARA }, late));
    expect(expectOk(await readReport(app, clerk, target)).corrections).toEqual([
      "2009年度 研修会 回数: 1 → 2",
      "2009年度 研修会 参加者数: 24 → 33",
    ]);
    expect(expectOk(await makeReport(app, clerk, target))).toMatchObject({ edition: 2 });
    expect(expectOk(await readReport(app, service("cli"), target)).corrections).toEqual([]);
    expect(await makeReport(app, person("member", SAGAMIHARA), target)).toMatchObject({
      error: { kind: "forbidden" },
    });
  });
});
