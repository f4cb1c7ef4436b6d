import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { type RowAccess, withRows } from "#platform/db/rows.ts";
import { fullNameOf, parseAreaQuery } from "../rules.ts";
import type { Area, AreaKind } from "../schema.ts";
import { selectMemberNames } from "../store.server.ts";
import { findAreaBySlug, getAreas, searchAreas } from "../usecases.server.ts";

/** An area as lists show it. */
export type AreaRow = Readonly<
  Pick<Area, "id" | "kind" | "name" | "kana" | "slug" | "code" | "validTo" | "assumed"> & {
    fullName: string;
    members: readonly string[];
  }
>;

export type AreaBrowse = Readonly<{
  /** What was looked for, or the prefecture whose areas are listed; undefined where all prefectures are offered. */
  rows: readonly AreaRow[] | undefined;
  prefectures: readonly Pick<AreaRow, "id" | "name" | "slug">[];
  prefecture: Pick<AreaRow, "id" | "name" | "slug"> | undefined;
  wrongCode: Readonly<{ digits: string; expected: string }> | undefined;
}>;

export const LIST_LIMIT = 100;

/** What the page of areas shows: findings, a prefecture's areas, or the prefectures to choose from. Open to anyone. */
export async function browseAreas(
  app: App,
  actor: Actor,
  wish: Readonly<{ text: string; kind?: AreaKind | undefined; prefecture?: string | undefined }>,
): Promise<AreaBrowse> {
  return withRows(app.db, scopeOf(actor), async (permit) => {
    const prefectures = await searchAreas(permit, "", { kind: "prefecture", limit: 47 });
    const prefecture = wish.prefecture ? await findAreaBySlug(permit, wish.prefecture) : undefined;
    const query = parseAreaQuery(wish.text);
    const blank = query.kind === "words" && query.words === "";
    const base = { prefectures, prefecture, wrongCode: query.kind === "wrong-code" ? query : undefined };
    if (blank && !wish.kind && !prefecture) return { ...base, rows: undefined };
    const found = await searchAreas(permit, wish.text, {
      kind: wish.kind,
      prefecture: prefecture?.id,
      limit: prefecture && blank ? 500 : LIST_LIMIT,
    });
    return { ...base, rows: await rowsOf(permit, found) };
  });
}

const SETS: readonly AreaKind[] = [
  "secondary_medical_area",
  "public_health_centre_district",
  "labour_standards_office_district",
];

async function rowsOf(permit: RowAccess, areas: readonly Area[]): Promise<AreaRow[]> {
  const prefectures = await getAreas(permit, [
    ...new Set(areas.flatMap((area) => (area.prefectureId ? [area.prefectureId] : []))),
  ]);
  const sets = areas.filter((area) => SETS.includes(area.kind)).map((area) => area.id);
  const members = await selectMemberNames(permit, sets);
  return areas.map((area) => ({
    id: area.id,
    kind: area.kind,
    name: area.name,
    kana: area.kana,
    slug: area.slug,
    code: area.code,
    validTo: area.validTo,
    assumed: area.assumed,
    fullName: fullNameOf(area, area.prefectureId ? prefectures.get(area.prefectureId)?.name : undefined),
    members: members.get(area.id) ?? [],
  }));
}
