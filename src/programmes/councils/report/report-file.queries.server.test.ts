import { strFromU8, unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, expect, it } from "vitest";
import {
  loadDemonstrationObservations,
  loadDemonstrationProfile,
  loadReferenceIndicators,
} from "#evidence/indicators/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import type { PrintDocument } from "#platform/pdf/document.ts";
import { addActivityFiles, enterActivity } from "#programmes/plan/public.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { loadDemonstrationCouncils } from "../system/demonstration.commands.server.ts";
import { reportDocument } from "./report.present.ts";
import { readReport } from "./report.usecases.server.ts";
import { reportAsDocx, reportAsPdf, reportAsPptx } from "./report-file.queries.server.ts";
import { REPORT_PARTS } from "./report-setting.schema.ts";
import { figuresOffered, prepareReport, readReportSetting } from "./report-setting.usecases.server.ts";

const app = testApp();
const AREA = "14150" as AreaId;
const place = { id: AREA, slug: "sagamihara", name: "相模原市" };
const clerk = person("coordinator", AREA);
const target = { area: AREA, year: 2009 };
/** A picture of one point, as a camera's name has it. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const FOREWORD = "この1年の歩みをまとめました。";

const prepare = (change: object) =>
  prepareReport(app, clerk, target, { foreword: FOREWORD, parts: REPORT_PARTS, ...change });
const documentNow = async () => reportDocument(expectOk(await readReport(app, clerk, target)), place.slug);

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadReferenceIndicators(app);
  await loadDemonstrationProfile(app);
  await loadDemonstrationObservations(app);
  await loadDemonstrationCouncils(app);
}, 60_000);

const bare = (text: string) => text.replaceAll(/\s/g, "");
const textIn = (files: Record<string, Uint8Array>, name: RegExp) =>
  Object.entries(files)
    .filter(([file]) => name.test(file))
    .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .map(([, content]) => strFromU8(content));
const said = (xml: string) => bare(xml.replaceAll(/<[^>]+>/g, "").replaceAll("&amp;", "&"));

/** The text of a PDF and what is told of its pictures. */
async function readPdf(content: Buffer) {
  const loaded = await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: loaded.numPages }, (_, at) => loaded.getPage(at + 1)));
  const alternatives = (node: unknown): string[] => {
    const { alt, children = [] } = (node ?? {}) as { alt?: string; children?: unknown[] };
    return [...(alt ? [alt] : []), ...children.flatMap(alternatives)];
  };
  const texts = pages.map(async (page) => {
    const { items } = await page.getTextContent();
    return bare(items.map((item) => ("str" in item ? item.str : "")).join(""));
  });
  const told = pages.map(async (page) => alternatives(await page.getStructTree()));
  return { texts: await Promise.all(texts), told: (await Promise.all(told)).flat() };
}

/** The series of each chart of a file of an office, as the file keeps them. */
const seriesOf = (charts: readonly string[]) =>
  charts.map((chart) =>
    [...chart.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([one]) =>
      [...one.slice(one.indexOf("<c:val>")).matchAll(/<c:v>([^<]*)<\/c:v>/g)].map((match) =>
        Number(match[1]),
      ),
    ),
  );

const chartsOf = ({ sections }: PrintDocument) =>
  sections.flatMap(({ blocks }) => blocks).flatMap((block) => (block.kind === "chart" ? [block] : []));

it("has equal figures and charts as PDF, as text and as slides, with a cover, pages and a running head", async () => {
  const [figure] = await figuresOffered(app, clerk, AREA);
  const held = {
    kind: "training",
    title: "研修会",
    from: "2009-06-10",
    host: "市保健所",
    sessions: "1",
    sure: true,
  };
  const { id } = expectOk(await enterActivity(app, clerk, { area: AREA }, held));
  const file = new File([PICTURE], "写真.png");
  expectOk(await addActivityFiles(app, clerk, { area: AREA, id }, { file }));
  const offered = expectOk(await readReportSetting(app, clerk, target));
  expect(offered.photos).toMatchObject([{ caption: "研修会（6月10日）" }]);
  expectOk(await prepare({ figures: figure!.key, photos: offered.photos[0]!.id, author: "市保健所" }));

  const document = await documentNow();
  const year = fiscalYear(2009);
  const pdf = await readPdf(expectOk(await reportAsPdf(app, clerk, place, year)).content);
  const docx = unzipSync(expectOk(await reportAsDocx(app, clerk, place, year)).content);
  const pptx = unzipSync(expectOk(await reportAsPptx(app, clerk, place, year)).content);
  const body = said(textIn(docx, /^word\/document\.xml$/)[0]!);
  const slides = textIn(pptx, /^ppt\/slides\/slide\d+\.xml$/);

  const cells = document.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "table" ? block.rows.flat() : []))
    .map(({ text }) => bare(text))
    .filter((text) => /\d/.test(text));
  expect(cells.length).toBeGreaterThan(50);
  // What led here stands in it up to its year.
  const history = document.sections.find(({ heading }) =>
    heading.endsWith("これまでの経過と計画での位置づけ"),
  );
  expect(JSON.stringify(history)).toMatch(/平成\d+年度/);
  expect(JSON.stringify(history)).not.toMatch(/20[12]\d年度/);
  const whole = pdf.texts.join("");
  for (const text of [...cells, bare(FOREWORD), "前の年度との比較", "研修会（6月10日）", "作成市保健所"]) {
    expect(body).toContain(text);
    expect(slides.map(said).join("")).toContain(text);
    expect(whole).toContain(text);
  }

  const charts = chartsOf(document);
  expect(charts.length).toBeGreaterThan(2);
  const drawn = charts.map(({ figures }) =>
    figures!.series.map(({ values }) => values.filter((value) => value !== null)),
  );
  expect(seriesOf(textIn(docx, /^word\/charts\/chart\d+\.xml$/))).toEqual(drawn);
  expect(seriesOf(textIn(pptx, /^ppt\/charts\/chart\d+\.xml$/))).toEqual(drawn);
  for (const { text } of charts) expect(pdf.told.map(bare)).toContain(bare(text));

  const [cover, contents, ...rest] = pdf.texts;
  expect(cover).toContain("2009年度（平成21年度）地域・職域連携推進年報");
  expect(contents).toMatch(/目次はじめに.*3.*1協議会/);
  for (const [index, page] of rest.entries()) {
    expect(page).toContain(bare(document.title));
    expect(page).toContain(`${index + 3}/${pdf.texts.length}`);
  }
  expect(textIn(docx, /^word\/footer\d+\.xml$/).join("")).toContain("NUMPAGES");
  expect(said(textIn(docx, /^word\/header\d+\.xml$/).join(""))).toContain(bare(document.title));
  for (const files of [docx, pptx])
    expect(Object.keys(files).some((name) => /media\/.*png$/.test(name))).toBe(true);
  expect(slides.at(-1)).toContain(`${slides.length} / ${slides.length}`);
});

it("goes without what the secretariat leaves out, and counts its sections on", async () => {
  expectOk(await prepare({ parts: ["activities", "next"] }));
  const { sections } = await documentNow();
  expect(sections.map(({ heading }) => heading)).toEqual(["はじめに", "1 協議会", "2 活動", "3 次の年度へ"]);
});

it("shows only years with something, and marks where years have none", async () => {
  const held = {
    kind: "training",
    title: "研修会",
    from: "2026-06-10",
    host: "市保健所",
    participants: "40",
  };
  expectOk(await enterActivity(app, clerk, { area: AREA }, { ...held, sessions: "1", sure: true }));
  const now = expectOk(await readReport(app, clerk, { ...target, year: 2026 }));
  const document = reportDocument(now, place.slug);
  const table = document.sections
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === "table" && block.caption.startsWith("年度ごと"));
  const years = table?.kind === "table" ? table.rows.map(([year]) => year!.text) : [];
  expect(years.slice(-3)).toEqual(["H21（2009）", "（記録のない年度）", "R8（2026）"]);
  const training = chartsOf(document).find(({ text }) => text.startsWith("研修会"))!;
  expect(training.figures!.categories).toEqual(["H19", "H20", "H21", "…", "R8"]);
});

it("sets this year beside the year before", async () => {
  const { sections } = reportDocument(
    expectOk(await readReport(app, clerk, { ...target, year: 2009 })),
    place.slug,
  );
  expectOk(await prepare({}));
  const again = await documentNow();
  const rows = again.sections
    .filter(({ heading }) => heading.endsWith("前の年度との比較"))
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "table" ? block.rows : []))
    .map((row) => row.map(({ text }) => text));
  expect(rows).toContainEqual(["普及啓発事業　参加者", "1,875人", "2,242人", "－367人"]);
  expect(sections.some(({ heading }) => heading.endsWith("前の年度との比較"))).toBe(false);
});
