import { z } from "zod";
import { query, type Work } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { areaPolicy, theList } from "../access.ts";
import { fullNameOf, parseAreaQuery } from "../rules.ts";
import { AREA_KINDS, type Area, type AreaKind } from "../schema.ts";
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
export const browseAreas = query({
  name: "area.browse",
  policy: areaPolicy,
  target: z.object({
    text: z.string(),
    kind: z.enum(AREA_KINDS).optional(),
    prefecture: z.string().optional(),
  }),
  subject: theList,
  async run(permit, { text, kind, prefecture: slug }) {
    const prefectures = await searchAreas(permit, "", { kind: "prefecture", limit: 47 });
    const prefecture = slug ? await findAreaBySlug(permit, slug) : undefined;
    const asked = parseAreaQuery(text);
    const blank = asked.kind === "words" && asked.words === "";
    const base = {
      prefectures: prefectures.map(nameOf),
      prefecture: prefecture && nameOf(prefecture),
      wrongCode: asked.kind === "wrong-code" ? asked : undefined,
    };
    if (blank && !kind && !prefecture) return ok<AreaBrowse>({ ...base, rows: undefined });
    const found = await searchAreas(permit, text, {
      kind,
      prefecture: prefecture?.id,
      limit: prefecture && blank ? 500 : LIST_LIMIT,
    });
    return ok<AreaBrowse>({ ...base, rows: await rowsOf(permit, found) });
  },
});

const nameOf = ({ id, name, slug }: Area) => ({ id, name, slug });

const SETS: readonly AreaKind[] = [
  "secondary_medical_area",
  "public_health_centre_district",
  "labour_standards_office_district",
];

async function rowsOf(permit: Work, areas: readonly Area[]): Promise<AreaRow[]> {
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
