import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { type Area, getAreas, searchAreas } from "#foundation/areas/public.ts";
import { act, authorise, type Unit } from "#foundation/audit/public.ts";
import { type Actor, service } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { type FiscalYear, firstDayOf, fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { councilPolicy } from "../access.ts";
import { countMeetings } from "../maturity/store.server.ts";
import { maturityOf } from "../maturity/usecases.server.ts";
import { selectBodies } from "../store.server.ts";
import { type BoardLine, selectAreasWithBodies, selectBoardLines, upsertBoardLine } from "./store.server.ts";

const MOST_AREAS = 1000;
const STATUS = new URL("../../../../reference/councils/council_status.csv", import.meta.url);

/** Writes anew what the board shows of an area, in the use-case that changed it. */
export async function refreshBoardLine(unit: Unit, area: AreaId): Promise<void> {
  const today = unit.clock.today();
  const year = fiscalYearOf(today);
  const bodies = await selectBodies(unit.tx, area);
  const { meetingsHeld, lastMetOn } = await countMeetings(unit.tx, area, firstDayOf(year), today);
  const { level } = await maturityOf(unit, area, year);
  await upsertBoardLine(unit.tx, year, {
    areaId: area,
    hasCouncil: bodies.some((body) => body.kind === "area_council" || body.kind === "prefecture_council"),
    meetings: meetingsHeld,
    lastMetOn,
    maturity: level,
  });
}

/** By the clock: a new day or year, or a change of the plan, moves what the board shows. */
export async function refreshBoard(app: App): Promise<void> {
  const actor = service("board");
  const areas = await act(app, actor, async (unit) => ok(await selectAreasWithBodies(unit.tx)));
  for (const area of areas.ok ? areas.value : [])
    await act(app, actor, async (unit) => ok(await refreshBoardLine(unit, area as AreaId)));
}

export type BoardRow = Readonly<{ area: Area; prefecture: string; line: BoardLine | null }>;
export type NationalStatus = Readonly<{
  asOf: string;
  level: string;
  established: number;
  total: number | null;
}>;

/** Every prefecture and secondary medical area, and whatever else has a council, with where it stands this year. */
export function readBoard(
  app: App,
  actor: Actor,
  filter: Readonly<{ kind: "prefecture" | "secondary_medical_area"; prefecture?: AreaId | undefined }>,
): Promise<Result<Readonly<{ year: FiscalYear; rows: BoardRow[]; others: BoardRow[] }>>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, councilPolicy, "council.board", {
      type: "board",
      area: "jp" as AreaId,
    });
    if (!permit.ok) return permit;
    const year = fiscalYearOf(unit.clock.today());
    const { kind, prefecture } = filter;
    const areas = await searchAreas(unit.tx, "", { kind, prefecture, limit: MOST_AREAS });
    const lines = new Map((await selectBoardLines(unit.tx, year)).map((line) => [line.areaId, line]));
    const listed = new Set<string>(areas.map((area) => area.id));
    const loose = await getAreas(unit.tx, [...lines.keys()].filter((id) => !listed.has(id)) as AreaId[]);
    const prefectures = await getAreas(unit.tx, [
      ...new Set([...areas, ...loose.values()].map((area) => area.prefectureId ?? area.id)),
    ]);
    const rowOf = (area: Area): BoardRow => ({
      area,
      prefecture: prefectures.get(area.prefectureId ?? area.id)?.name ?? "",
      line: lines.get(area.id) ?? null,
    });
    const others = [...loose.values()].filter(
      (area) =>
        area.kind !== "prefecture" &&
        area.kind !== "secondary_medical_area" &&
        kind === "secondary_medical_area" &&
        (!prefecture || area.prefectureId === prefecture),
    );
    return ok({ year, rows: areas.map(rowOf), others: others.map(rowOf) });
  });
}

let national: readonly NationalStatus[] | undefined;

/** How many councils there were, as the ministry counted them. */
export function nationalStatus(): readonly NationalStatus[] {
  national ??= (
    parse(readFileSync(STATUS, "utf8"), { columns: true, comment: "#" }) as Record<string, string>[]
  ).map((row) => ({
    asOf: row.as_of!,
    level: row.level!,
    established: Number(row.established),
    total: row.total === "" ? null : Number(row.total),
  }));
  return national;
}
