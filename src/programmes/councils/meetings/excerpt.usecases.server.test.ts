import { sql } from "kysely";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, expect, it } from "vitest";
import {
  excerptBlocks,
  loadDemonstrationObservations,
  loadReferenceIndicators,
} from "#evidence/indicators/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { documentPdf } from "#platform/pdf/document-pdf.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { makeBody, makeMeeting } from "../testing.ts";
import { listExcerpts, readExcerpt, takeExcerpts } from "./excerpt.usecases.server.ts";
import { readMeeting } from "./meeting-view.queries.server.ts";
import { readPapers } from "./paper.usecases.server.ts";

const app = testApp();
const AREA = "14150" as AreaId;
const clerk = person("coordinator", AREA, { reach: [AREA, "lso-14-sagamihara" as AreaId] });
const member = person("member", AREA);

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadReferenceIndicators(app);
  await loadDemonstrationObservations(app);
}, 60_000);

const meeting = async () => ({
  area: AREA,
  meeting: await makeMeeting(app, clerk, AREA, await makeBody(app, clerk, AREA), ["2026-12-03"]),
});

it("stands in the papers to print, with its table", async () => {
  const target = await meeting();
  const [first] = expectOk(await listExcerpts(app, clerk, AREA));
  expectOk(await takeExcerpts(app, clerk, target, { figure: first!.key }));
  const document = expectOk(await readPapers(app, clerk, target));
  expect(document.sections.map((section) => section.heading)).toEqual([
    "議題",
    "地域の健康情報",
    "資料",
    `資料1 ${first!.title}`,
    "残っている対応事項",
  ]);
  const pdf = await getDocument({
    data: new Uint8Array(documentPdf(document, app.config.origin)),
    verbosity: 0,
  }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  expect(
    items
      .map((item) => ("str" in item ? item.str : ""))
      .join("")
      .replaceAll(" ", ""),
  ).toContain(first!.excerpt.sentence);
});

it("is taken once from a form that was sent twice at once, and again from another", async () => {
  const target = await meeting();
  const keys = expectOk(await listExcerpts(app, clerk, AREA))
    .slice(0, 2)
    .map((one) => one.key);
  const send = (form: string) =>
    takeExcerpts(app, clerk, target, {
      figure: keys,
      once: `0198f2a0-0000-7000-8000-00000000000${form}`,
    });
  for (const sent of await Promise.all([send("a"), send("a")])) expect(expectOk(sent).taken).toBe(2);
  const papers = async () => expectOk(await readMeeting(app, member, target)).papers.length;
  expect(await papers()).toBe(2);
  expectOk(await send("b"));
  expect(await papers()).toBe(4);
});

it("is the secretariat's, and takes only what the profile has", async () => {
  const target = await meeting();
  const [first] = expectOk(await listExcerpts(app, clerk, AREA));
  expect(await takeExcerpts(app, clerk, target, { figure: ["nonsense"] })).toMatchObject({
    error: { kind: "invalid", fields: { figure: [expect.any(String)] } },
  });
  expect(await takeExcerpts(app, member, target, { figure: [first!.key] })).toMatchObject({
    error: { kind: "forbidden" },
  });
});

it("freezes sentence, chart and table as the profile showed them, whatever becomes of the source", async () => {
  const target = await meeting();
  const offered = expectOk(await listExcerpts(app, clerk, AREA));
  const worse = offered.filter((one) => one.worsening);
  expect(worse.map((one) => one.key.split("/")[0])).toContain("abnormal_finding_rate");
  expectOk(await takeExcerpts(app, clerk, target, { worse: worse.map((one) => one.key) }));
  await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
    sql`update observation set value = 99 where area_id = 'lso-14-sagamihara'`.execute(db(tx)),
  );

  const { papers } = expectOk(await readMeeting(app, member, target));
  const paper = papers.find((one) => one.title.includes("相模原労働基準監督署"))!;
  const { excerpt } = expectOk(await readExcerpt(app, member, { ...target, id: paper.id }));
  const blocks = excerptBlocks(excerpt, "x");
  const table = blocks.find((block) => block.kind === "table");
  const cells = table?.kind === "table" ? table.rows.flatMap((row) => row.map((cell) => cell.text)) : [];
  expect(cells).toContain("2007年度（平成19年度）");
  expect(cells).toContain("51.65");
  expect(cells).not.toContain("99.00");
  const chart = blocks.find((block) => block.kind === "chart");
  expect(chart?.kind === "chart" && chart.text).toContain("2007年度の51.65%");
  expect(excerpt.place).toContain("相模原市");
  // Only what is drawn: no counts behind the shares.
  expect(Object.keys(excerpt.row!.series[0]!)).toEqual(["value", "interval", "suppressed", "fiscal_year"]);
});
