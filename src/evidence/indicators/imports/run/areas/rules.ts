import { fullNameOf, type PlaceIndex, type PlaceReading, readPlaces } from "#foundation/areas/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { keep } from "#platform/tables/text.ts";
import { MEND } from "../../rows/messages.ts";
import type { NamedPlace, PlaceOf } from "../../rows/schema.ts";

/** More different texts than there are areas: the columns hold something else, and need not be remembered. */
const TEXTS_KEPT = 20_000;

/** Finds the areas that the rows of a file name, each once; those out of reach are left aside. */
export function placesOf(index: PlaceIndex, reach: readonly AreaId[] | "all"): PlaceOf {
  const reached = reach === "all" ? undefined : new Set(reach);
  const found = new Map<string, NamedPlace>();
  let last = "";
  let lastFound: NamedPlace | undefined;
  return (texts) => {
    const key = texts.length === 1 ? texts[0]! : texts.join("\u0001");
    if (lastFound && key === last) return lastFound;
    let place = found.get(key);
    if (!place) {
      place = placeOf(index, readPlaces(index, texts), texts, reached);
      if (found.size >= TEXTS_KEPT) found.clear();
      found.set(keep(key), place);
    }
    last = key;
    lastFound = place;
    return place;
  };
}

function placeOf(
  index: PlaceIndex,
  reading: PlaceReading,
  texts: readonly string[],
  reached: ReadonlySet<AreaId> | undefined,
): NamedPlace {
  const full = (area: Parameters<typeof fullNameOf>[0] & { prefectureId: AreaId | null }) =>
    fullNameOf(area, area.prefectureId ? index.byId.get(area.prefectureId)?.name : undefined);
  switch (reading.is) {
    case "area": {
      const { id, kind, validFrom, validTo } = reading.area;
      if (reached && !reached.has(id)) return { apart: "elsewhere" };
      return {
        id,
        kind,
        reached: true,
        from: validFrom ? fiscalYearOf(validFrom) : Number.NEGATIVE_INFINITY,
        to: validTo ? fiscalYearOf(validTo) : Number.POSITIVE_INFINITY,
      };
    }
    case "several":
      return { mend: MEND.severalAreas(reading.areas.map(full)) };
    case "former":
      return { apart: "former" };
    case "county":
    case "sum":
      return { apart: "sum" };
    case "no-area":
      return { apart: "no-area" };
    case "contradiction":
      return { mend: MEND.areasDiffer(...reading.areas) };
    case "wrong-code":
      return { mend: MEND.wrongCode(reading.digits, reading.expected) };
    case "blank":
      return { mend: MEND.noArea };
    case "unknown":
      if (texts.some((text) => text.includes("\uFFFD"))) return { mend: MEND.brokenText };
      return {
        mend: reading.likely.length > 0 ? MEND.likelyArea(reading.likely.map(full)) : MEND.unknownArea,
      };
  }
}
