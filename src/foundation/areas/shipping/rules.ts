import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays, type PlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import { areaIdOfCode, searchWordsOf } from "../rules.ts";
import { type Area, type AreaKind, type AreaPart, NATION } from "../schema.ts";
import type { AreaFiles, Row, SetColumn, ShippedAreas } from "./schema.ts";

type Span = Pick<AreaPart, "validFrom" | "validTo">;

/** Makes the areas of the shipped files. A file that contradicts itself is a bug of the release and throws. */
export function areasOfFiles(files: AreaFiles): ShippedAreas {
  const counties = countiesOf(files);
  const areas = [
    nation(),
    ...files.prefectures.map(prefecture),
    ...files.municipalities.map((row) => municipality(row, counties)),
    ...files.secondary_medical_areas.map((row) => districtOf(row, "secondary_medical_areas", false)),
    ...files.office_districts.map((row) => districtOf(row, "office_districts", row.basis === "own")),
  ].sort((a, b) => depth(a.kind) - depth(b.kind));
  const byId = new Map(areas.map((area) => [area.id, area]));
  if (byId.size !== areas.length) throw new Error("an area is shipped twice");
  const atoms = atomsOf(areas);
  const parts: AreaPart[] = [];
  const add = (areaId: AreaId, memberId: AreaId, span: Span) => {
    for (const atom of atoms.get(memberId) ?? unknownMember(areaId, memberId)) {
      const shared = intersect(span, atom);
      if (shared) parts.push({ areaId, partId: atom.partId, ...shared });
    }
  };
  const always: Span = { validFrom: null, validTo: null };
  for (const area of areas) {
    if (area.kind !== "municipality" && area.kind !== "ward") continue;
    add(area.id, area.id, always);
    if (area.kind === "ward") continue;
    add(area.prefectureId!, area.id, always);
    add(NATION, area.id, always);
  }
  for (const row of [...files.secondary_medical_areas, ...files.office_districts]) {
    for (const member of row.municipalities.split(" "))
      add(row.id as AreaId, member as AreaId, { validFrom: day(row.valid_from), validTo: day(row.valid_to) });
  }
  return {
    areas: areas.map((area) => ({
      ...area,
      words: searchWordsOf(area, area.prefectureId ? byId.get(area.prefectureId)?.name : undefined),
    })),
    parts,
  };
}

const countiesOf = ({ counties }: AreaFiles): ReadonlyMap<string, string> =>
  new Map(
    counties.flatMap(({ name, municipalities }) =>
      municipalities.split(" ").map((id) => [id, name] as const),
    ),
  );

/** Of a city with wards its wards, and the city itself on the days before it had any; otherwise the municipality. */
function atomsOf(areas: readonly Area[]): ReadonlyMap<AreaId, readonly (Span & { partId: AreaId })[]> {
  const wards = Map.groupBy(
    areas.filter((area) => area.kind === "ward"),
    (ward) => ward.parentId!,
  );
  const own = ({ id, validFrom, validTo }: Area) => ({ partId: id, validFrom, validTo });
  return new Map(
    areas
      .filter((area) => area.kind === "municipality" || area.kind === "ward")
      .map((area) => {
        const inner = wards.get(area.id);
        if (!inner) return [area.id, [own(area)]];
        const first = inner.map((ward) => ward.validFrom).sort((a, b) => (a ?? "").localeCompare(b ?? ""))[0];
        const before = first
          ? [{ partId: area.id, validFrom: area.validFrom, validTo: addDays(first, -1) }]
          : [];
        return [area.id, [...before, ...inner.map(own)]];
      }),
  );
}

function intersect(a: Span, b: Span): Span | undefined {
  const validFrom = [a.validFrom, b.validFrom].reduce((x, y) =>
    x === null || (y !== null && y > x) ? y : x,
  );
  const validTo = [a.validTo, b.validTo].reduce((x, y) => (x === null || (y !== null && y < x) ? y : x));
  return validFrom !== null && validTo !== null && validTo < validFrom ? undefined : { validFrom, validTo };
}

function unknownMember(areaId: AreaId, memberId: AreaId): never {
  throw new Error(`${areaId} names ${memberId}, which is no municipality of the shipped list`);
}

const depth = (kind: AreaKind): number =>
  kind === "nation" ? 0 : kind === "prefecture" ? 1 : kind === "ward" ? 3 : 2;

const day = (text: string): PlainDate | null => (text === "" ? null : plainDate(text));

function nation(): Area {
  return {
    id: NATION,
    kind: "nation",
    name: "全国",
    kana: "ぜんこく",
    slug: "nation",
    code: null,
    county: null,
    parentId: null,
    prefectureId: null,
    validFrom: null,
    validTo: null,
    source: "prefectures",
    assumed: false,
  };
}

function prefecture(row: Row<"code" | "slug" | "name" | "kana">): Area {
  const id = idOf(row.code);
  return {
    ...nation(),
    id,
    kind: "prefecture",
    name: row.name,
    kana: row.kana,
    slug: row.slug,
    code: row.code,
    parentId: NATION,
    prefectureId: id,
  };
}

function municipality(row: AreaFiles["municipalities"][number], counties: ReadonlyMap<string, string>): Area {
  const id = idOf(row.code);
  const prefectureId = id.slice(0, 2) as AreaId;
  return {
    id,
    kind: row.ward_of === "" ? "municipality" : "ward",
    name: row.name,
    kana: row.kana,
    slug: row.slug || id,
    code: row.code,
    county: counties.get(id) ?? null,
    parentId: row.ward_of === "" ? prefectureId : (row.ward_of as AreaId),
    prefectureId,
    validFrom: day(row.valid_from),
    validTo: day(row.valid_to),
    source: "municipalities",
    assumed: false,
  };
}

const SET_KINDS: Readonly<Record<string, AreaKind>> = {
  sma: "secondary_medical_area",
  phc: "public_health_centre_district",
  lso: "labour_standards_office_district",
};

function districtOf(row: Row<SetColumn>, source: string, assumed: boolean): Area {
  const [prefix, digits] = row.id.split("-");
  const kind = SET_KINDS[prefix!];
  if (!kind) throw new Error(`${row.id} is of no known kind of area`);
  return {
    id: row.id as AreaId,
    kind,
    name: row.name,
    kana: row.kana || null,
    slug: row.slug || row.id,
    code: null,
    county: null,
    parentId: digits as AreaId,
    prefectureId: digits as AreaId,
    // The dates of the row are those of its set of municipalities; the area itself may be older.
    validFrom: null,
    validTo: day(row.valid_to),
    source,
    assumed,
  };
}

function idOf(code: string): AreaId {
  const id = areaIdOfCode(code);
  if (!id) throw new Error(`the shipped code ${code} has a wrong check digit`);
  return id;
}
