import { utils, write } from "@e965/xlsx";
import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { scopeOf, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { figuresOf, TABLE, takeFiveYears } from "../examples.testing.ts";
import { COLUMNS } from "../model/prevention-data.schema.ts";
import { readPublicPage } from "../support/public-page.queries.server.ts";
import { figureCsv, fileOf, townCounts, UNREAD } from "./figure.testing.ts";
import {
  importFigures,
  publishFigures,
  readPrevention,
  saveFive,
  withdrawFigures,
} from "./figure.usecases.server.ts";

const app = testApp();
const area = "sma-32-02" as AreaId;
const TOWNS = ["32202", "32207"];
const clerk = person("coordinator", area);
const here = { area };
const quarter = (total: number, nth: string) => ({
  ...figuresOf(["32202"], "2025", total),
  ...{ quarter: nth, standing: "provisional" },
  file: fileOf(
    figureCsv([
      { code: "32202", counts: townCounts(total) },
      { code: "32207", counts: townCounts(0) },
    ]),
  ),
});

beforeAll(() => loadReferenceAreas(app));

it("publishes five years with hidden cells, of which anybody reads what may be read", async () => {
  await takeFiveYears(app, clerk, area, TOWNS, 12);
  expectOk(
    await publishFigures(app, clerk, here, { to: "2026", personYears: "250000", prefectureRate: "16.5" }),
  );
  const { figures } = expectOk(await readPublicPage(app, VISITOR, here));
  expect(figures?.period).toBe("2022年〜2026年の5年間");
  expect(figures?.figures[0]).toMatchObject({ value: "96" });
  // A later edition of a year takes the place of the first; withdrawn, the first counts again.
  const before = expectOk(await readPrevention(app, clerk, here)).trend.at(-1)!.text;
  const { id } = expectOk(await importFigures(app, clerk, here, figuresOf(TOWNS, "2026", 40)));
  expect(expectOk(await readPrevention(app, clerk, here)).trend.at(-1)!.text).not.toBe(before);
  expectOk(await withdrawFigures(app, clerk, { ...here, edition: id }));
  expect(expectOk(await readPrevention(app, clerk, here)).trend.at(-1)!.text).toBe(before);
});

it("says the same of no death and of two in a quarter, to each reader of the area alone", async () => {
  expectOk(await importFigures(app, clerk, here, quarter(0, "1")));
  expectOk(await importFigures(app, clerk, here, quarter(2, "2")));
  const member = person("member", area);
  const { quarters } = expectOk(await readPrevention(app, member, here));
  expect(quarters.map(({ text }) => text)).toEqual(["10人未満", "10人未満"]);
  const elsewhere = person("member", "sma-32-04" as AreaId);
  expect(await readPrevention(app, elsewhere, here)).toMatchObject({ error: { kind: "forbidden" } });
  const seen = await inTransaction(
    app.sensitive.db,
    scopeOf(elsewhere),
    async (tx) => (await sql`select 1 from sensitive.prevention_figure`.execute(tx)).rows,
  );
  expect(seen).toEqual([]);
});

it("takes the three sheets of a book of before 2007, and refuses a table that is another", async () => {
  const book = utils.book_new();
  for (const name of Object.values(COLUMNS.sheets))
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet(
        figureCsv(TOWNS.map((code) => ({ code, counts: townCounts(3, ["50s"]) })))
          .split("\n")
          .map((line) => line.split(",").map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell))),
      ),
      name,
    );
  const file = new File([write(book, { type: "buffer", bookType: "biff8" })], "a7.xls");
  expectOk(await importFigures(app, clerk, here, { ...TABLE, year: "2019", sex: "", file }));
  const stored = await inTransaction(
    app.sensitive.db,
    scopeOf(clerk),
    async (tx) =>
      (await sql<{ counts: object }>`select counts from sensitive.prevention_figure`.execute(tx)).rows,
  );
  expect(JSON.stringify(stored)).not.toContain(UNREAD);
  expect(JSON.stringify(stored)).toContain('"50s":null');
  const other = { ...figuresOf(TOWNS, "2019"), file: fileOf(figureCsv([], { width: 60 })) };
  expect(await importFigures(app, clerk, here, other)).toMatchObject({ error: { kind: "invalid" } });
});

it("keeps the five groups for the council, and no figure under ten", async () => {
  const group = { "groups.0.sex": "male", "groups.0.age": "40-59", "groups.0.work": "employed" };
  const input = { untilYear: "2025", ...group, "groups.0.living": "alone" };
  expect(await saveFive(app, clerk, here, { ...input, "groups.0.persons": "4" })).toMatchObject({
    error: { kind: "invalid" },
  });
  expectOk(await saveFive(app, clerk, here, input));
  const { five } = expectOk(await readPrevention(app, person("member", area), here));
  expect(five).toMatchObject([{ rank: 1, sex: "male", text: "10人未満" }]);
  expect(JSON.stringify(expectOk(await readPublicPage(app, VISITOR, here)))).not.toContain("40-59");
  expect(await readPrevention(app, VISITOR, here)).toMatchObject({ ok: false });
});
