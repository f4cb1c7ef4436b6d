import {
  findLastEdition,
  publishEdition,
  selectPeriods,
  tablesInWords,
} from "#evidence/publication/public.ts";
import { getArea, municipalitiesOf } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { newId } from "#platform/kernel/ids.ts";
import { plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type PreventionPermit, policy } from "../access.ts";
import { by } from "../model/actor.rules.ts";
import { COUNTED_BY_WORDS, SHEET_WORDS, STANDING_WORDS } from "../model/figure.messages.ts";
import { hereIn } from "../target.usecases.server.ts";
import { FigureImportInput, FigurePublishInput, FiveInput } from "./figure.schema.ts";
import {
  insertFigureEdition,
  insertFigures,
  replaceFive,
  selectFigureEditions,
  selectFive,
  selectStandingFigures,
  withdrawFigureEdition,
} from "./figure.store.server.ts";
import { countsOf, NAME, periodOf, suicideFigures } from "./figure-edition.rules.ts";
import { readFigureFile } from "./figure-file.usecases.server.ts";
import { fewOr, pool, trendOf } from "./figure-pool.rules.ts";

const townsOf = async (permit: PreventionPermit): Promise<string[]> =>
  (await municipalitiesOf(permit, permit.subject.area)).map(({ id }) => id as string);

/** Takes in a table of the ministry: the rows of the area's municipalities alone. A later one of the year replaces it. */
export const importFigures = command({
  name: "prevention-figure.import",
  takesFiles: true,
  ...hereIn(),
  input: FigureImportInput,
  once: true,
  async run(permit, { file, sex, area: _, ...told }) {
    const read = await readFigureFile(file, sex);
    if (!read.ok) return read;
    const towns = new Set(await townsOf(permit));
    const sheets = read.value.sheets.map((one) => ({
      ...one,
      rows: one.rows.filter(({ town }) => towns.has(town)),
    }));
    const missing = [...towns].filter((town) =>
      sheets.some(({ rows }) => !rows.some((row) => row.town === town)),
    );
    if (missing.length > 0)
      return invalid({
        file: [`圏域の市町村のうち、表に行のないところがあります（${missing.join("、")}）。`],
      });
    const id = newId() as string;
    const sheet = read.value.book ? "book" : sex!;
    await insertFigureEdition(permit, { ...told, id, sheet, takenBy: by(permit) });
    for (const one of sheets) await insertFigures(permit, id, one.sex, one.rows);
    return ok({ id });
  },
});

/** Takes an edition out of what counts. What was published stays, and says so by its own means. */
export const withdrawFigures = command({
  name: "prevention-figure.withdraw",
  ...hereIn({ edition: rowId() }),
  async run(permit, { edition }) {
    const done = await withdrawFigureEdition(permit, edition);
    return done.numUpdatedRows > 0n ? ok(undefined) : notFound("prevention-edition");
  },
});

/** Publishes five years as one. */
export const publishFigures = command({
  name: "prevention-figure.publish",
  ...hereIn(),
  input: FigurePublishInput,
  async run(permit, { to, area: _, ...rates }) {
    const yearly = (await selectStandingFigures(permit)).filter(({ quarter }) => quarter === null);
    const pooled = pool(yearly, await townsOf(permit), to);
    if (!pooled.ok) return conflict(pooled.error);
    const period = periodOf(pooled.value);
    await publishEdition(permit, suicideFigures, permit.subject.area, period, countsOf(pooled.value, rates));
    return ok({ period: period.key });
  },
});

type Five = Readonly<Record<"sex" | "age" | "work" | "living", string>> &
  Readonly<{ persons: number | null; untilYear: number }>;

/** The five groups as their form shows them. */
function fiveValues(groups: readonly Five[]): Record<string, string> {
  const parts = ["sex", "age", "work", "living", "persons"] as const;
  return {
    untilYear: String(groups[0]?.untilYear ?? ""),
    ...Object.fromEntries(
      groups.flatMap((one, row) => parts.map((part) => [`groups.${row}.${part}`, String(one[part] ?? "")])),
    ),
  };
}

/** The five groups of the area's own profile, for the council. */
export const saveFive = command({
  name: "prevention-five.save",
  ...hereIn(),
  input: FiveInput,
  seen: async (permit) => fiveValues(await selectFive(permit)),
  values: ({ untilYear, groups }) => fiveValues(groups.map((one) => ({ ...one, untilYear }))),
  async run(permit, { untilYear, groups }) {
    await replaceFive(
      permit,
      groups.map((one, at) => ({ ...one, rank: at + 1, untilYear })),
    );
    return ok(undefined);
  },
});

/** What the council sees of its area: five years as published, three-year sums, quarters in words, the five groups. */
export const readPrevention = query({
  name: "prevention.read",
  ...hereIn(),
  async run(permit) {
    const { area } = permit.subject;
    const place = await getArea(permit, area);
    const standing = await selectStandingFigures(permit);
    const totals = totalsOf(standing, await townsOf(permit));
    const last = Math.max(0, ...totals.years.keys());
    const five = await selectFive(permit);
    return ok({
      area: { id: area, slug: place.slug, name: place.name },
      mayEdit: policy.may(permit.actor, "prevention-figure.import", permit.subject) !== undefined,
      trend: trendOf(totals.years, last),
      quarters: [...totals.quarters].map(([label, sum]) => ({ label, text: fewOr(sum) })),
      editions: (await selectFigureEditions(permit)).map((one) => ({
        ...{ id: one.id, withdrawn: one.withdrawn },
        title: `${one.year}年${one.quarter ? `第${one.quarter}四半期` : ""}`,
        about: `${COUNTED_BY_WORDS[one.countedBy]}　${SHEET_WORDS[one.sheet]}　${STANDING_WORDS[one.standing]}　${showDateJa(plainDateIn(one.takenAt, "Asia/Tokyo"))}に登録`,
      })),
      five: five.map(({ areaId: _, ...one }) => ({ ...one, text: fewOr(one.persons ?? 0) })),
      fiveForm: formShowing(fiveValues(five)),
    });
  },
});

type Standing = Awaited<ReturnType<typeof selectStandingFigures>>;

/** Sums over all towns of the area, of the years and quarters of which every town is known. */
function totalsOf(standing: Standing, towns: readonly string[]) {
  const [years, quarters] = [new Map<number, number>(), new Map<string, number>()];
  const groups = Map.groupBy(
    standing.filter(({ sex }) => sex === "total"),
    ({ year, quarter }) => `${year} ${quarter ?? ""}`,
  );
  for (const rows of groups.values()) {
    const counts = towns.map((town) => rows.find((row) => row.town === town)?.counts.total ?? null);
    if (counts.some((one) => one === null)) continue;
    const sum = counts.reduce<number>((all, one) => all + one!, 0);
    const { year, quarter } = rows[0]!;
    if (quarter === null) years.set(year, sum);
    else quarters.set(`${year}年第${quarter}四半期`, sum);
  }
  return { years, quarters };
}

/** The last edition that stands, as anybody may read it; undefined where none does. */
export async function publishedFigures(permit: PreventionPermit) {
  const { area } = permit.subject;
  const [period] = await selectPeriods(permit, area, [NAME]);
  if (period === undefined) return undefined;
  const edition = await findLastEdition(permit, { area, publication: NAME, period });
  if (!edition || edition.withdrawnAt) return undefined;
  const { content } = edition;
  return {
    period: content.period.label,
    tables: tablesInWords(content),
    figures: content.figures.map(({ title, unit, cell }) => ({
      ...{ title, unit, value: typeof cell === "number" ? cell.toLocaleString("ja-JP") : null },
    })),
  };
}
