import { tables } from "#platform/db/rows.ts";
import type { PreventionPermit } from "../access.ts";
import type { CountedBy, Sheet } from "../model/prevention-kinds.schema.ts";
import type { TakenFigure } from "./figure-pool.rules.ts";
import type { FigureCounts, FigureRow } from "./figure-sheet.rules.ts";

const areaOf = ({ subject }: PreventionPermit) => subject.area;
export type NewFigureEdition = Readonly<{
  id: string;
  year: number;
  quarter: number | null;
  countedBy: CountedBy;
  standing: "provisional" | "fixed";
  sheet: Sheet | "book";
  takenBy: string;
}>;

export const insertFigureEdition = (permit: PreventionPermit, edition: NewFigureEdition) =>
  tables(permit)
    .insertInto("sensitive.preventionEdition")
    .values({ areaId: areaOf(permit), ...edition, takenAt: permit.clock.now() })
    .execute();

export const insertFigures = (
  permit: PreventionPermit,
  editionId: string,
  sex: Sheet,
  rows: readonly FigureRow[],
) =>
  tables(permit)
    .insertInto("sensitive.preventionFigure")
    .values(
      rows.map(({ town, counts }) => ({
        ...{ areaId: areaOf(permit), editionId, town, sex, counts: JSON.stringify(counts) },
      })),
    )
    .execute();

export const selectFigureEditions = (permit: PreventionPermit) =>
  tables(permit)
    .selectFrom("sensitive.preventionEdition")
    .select(["id", "year", "quarter", "countedBy", "standing", "sheet", "takenAt", "withdrawn"])
    .where("areaId", "=", areaOf(permit))
    .orderBy("takenAt", "desc")
    .orderBy("id", "desc")
    .execute();

export const withdrawFigureEdition = (permit: PreventionPermit, id: string) =>
  tables(permit)
    .updateTable("sensitive.preventionEdition")
    .set({ withdrawn: true })
    .where("areaId", "=", areaOf(permit))
    .where("id", "=", id)
    .where("withdrawn", "=", false)
    .executeTakeFirst();

type Standing = TakenFigure & Readonly<{ quarter: number | null }>;

/** The figures by residence as they stand: of each year, quarter, town and sheet those of the edition taken last. */
export async function selectStandingFigures(permit: PreventionPermit): Promise<Standing[]> {
  const rows = await tables(permit)
    .selectFrom("sensitive.preventionFigure as figure")
    .innerJoin("sensitive.preventionEdition as edition", (join) =>
      join.onRef("edition.areaId", "=", "figure.areaId").onRef("edition.id", "=", "figure.editionId"),
    )
    .select(["edition.year", "edition.quarter", "figure.town", "figure.sex", "figure.counts"])
    .where("figure.areaId", "=", areaOf(permit))
    .where("edition.withdrawn", "=", false)
    .where("edition.countedBy", "=", "residence")
    .orderBy("edition.takenAt")
    .execute();
  const last = new Map<string, Standing>();
  for (const { counts, ...row } of rows)
    last.set(`${row.year} ${row.quarter} ${row.town} ${row.sex}`, { ...row, counts: counts as FigureCounts });
  return [...last.values()];
}

export const selectFive = (permit: PreventionPermit) =>
  tables(permit)
    .selectFrom("sensitive.preventionFive")
    .selectAll()
    .where("areaId", "=", areaOf(permit))
    .orderBy("rank")
    .execute();

type Five = Omit<Awaited<ReturnType<typeof selectFive>>[number], "areaId">;

/** All five anew: they come from one profile. */
export async function replaceFive(permit: PreventionPermit, groups: readonly Five[]): Promise<void> {
  await tables(permit).deleteFrom("sensitive.preventionFive").where("areaId", "=", areaOf(permit)).execute();
  if (groups.length > 0)
    await tables(permit)
      .insertInto("sensitive.preventionFive")
      .values(groups.map((one) => ({ areaId: areaOf(permit), ...one })))
      .execute();
}
