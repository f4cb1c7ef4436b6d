import type { AreaId } from "#platform/kernel/ids.ts";
import { fullNameOf, normaliseWords, parseAreaQuery } from "../rules.ts";
import { type Area, NATION } from "../schema.ts";
import { plainRomaji, romajiOf } from "./romaji.rules.ts";
import type { FormerMunicipality, PlaceIndex, PlaceReading } from "./schema.ts";

/** Everything by which these areas are named; of areas that have ended the id alone. */
export function indexOf(
  areas: readonly (Area & { words: string })[],
  formers: readonly FormerMunicipality[],
): PlaceIndex {
  const byWords = new Map<string, Area[]>();
  const byRomaji = new Map<string, Area[]>();
  const counties = new Map<string, { prefectureId: AreaId; name: string }[]>();
  const former = new Map<string, FormerMunicipality[]>();
  const byId = new Map<AreaId, Area>(areas.map(({ words: _, ...area }) => [area.id, area]));
  const nameOf = (prefectureId: AreaId) => byId.get(prefectureId)?.name ?? "";
  for (const { words, ...area } of areas) {
    if (area.validTo !== null) continue;
    for (const word of words.split("|")) if (word !== "") put(byWords, word, area);
    for (const word of romajiWords(area)) put(byRomaji, word, area);
    if (!area.county) continue;
    for (const word of [area.county, nameOf(area.prefectureId!) + area.county]) {
      const key = normaliseWords(word);
      if (counties.get(key)?.some(({ prefectureId }) => prefectureId === area.prefectureId)) continue;
      put(counties, key, { prefectureId: area.prefectureId!, name: area.county });
    }
  }
  for (const one of formers) {
    const prefecture = nameOf(one.prefectureId);
    const names = [one.name, one.county + one.name].flatMap((name) => [name, prefecture + name]);
    for (const word of new Set(names.map(normaliseWords))) put(former, word, one);
  }
  return {
    byId,
    bySlug: new Map([...byId.values()].map((one) => [one.slug, one])),
    byWords,
    byRomaji,
    counties,
    former,
  };
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}

const ROMAN_KIND = /(shi|ku|cho|machi|mura|son|ken|fu|to|do)$/;

/** Hamada-shi, Hamada City, Shimane Prefecture: of administrative areas, which alone are written so. */
function romajiWords({ kind, kana }: Area): string[] {
  if (!kana || (kind !== "prefecture" && kind !== "municipality")) return [];
  const spoken = romajiOf(kana);
  const bare = spoken.replace(ROMAN_KIND, "");
  const english = kind === "prefecture" ? ["prefecture", "pref"] : ["city", "town", "village", "ward"];
  return [...new Set([spoken, ...english.map((word) => plainRomaji(`${bare}${word}`))])];
}

const SUM =
  /^(総|全|小|合)?(計|数)$|^特別区部?計?$|^(県|都|府|道|市|町|村|区|郡|市町村|町村|市区町村|市区|区部|郡部|市部)(計|部|合計|部計)$|^全(県|市町村|道|府)(計)?$|^(各|その他の)(市|町|村)/;
const WHOLE = /^(総|合)?(計|数)$|^(県|都|府|道)(計|合計)$|^全(県|道|府)(計)?$/;
const NO_AREA =
  /人口集中地区|判別不[可能]|不詳|不明|^その他$|県外|国外|住所地?不定|対象外|準世帯|島しょ|東部$|西部$|北部$|南部$|中部$|地域$|地方$/;

/** The codes of the six villages of the northern territories: nobody is registered there. */
const NORTHERN = /^(0169[5-9]|01700)$/;
/** What tables print where there is nothing to say: a prefecture's row names no municipality. Books put a stroke before it. */
const SIGN = /^\s*'?[-－‐‑–—―−ー*＊.．…・]+\s*$/;

/** （旧：函館市）: what was merged, also under a name that is one of today. */
const OLD = /^[(（]旧[:：].+[)）]$/;

/** What one text says. */
export function readPlace(index: PlaceIndex, text: string): PlaceReading {
  const words = normaliseWords(text);
  if (words === "" || SIGN.test(text)) return { is: "blank" };
  const query = parseAreaQuery(text);
  if (query.kind === "wrong-code")
    return { is: "wrong-code", digits: query.digits, expected: query.expected };
  if (query.kind === "id") {
    const area = index.byId.get(query.id);
    if (area) return { is: "area", area };
    if (NORTHERN.test(query.id)) return { is: "no-area" };
  }
  if (OLD.test(words)) return { is: "former" };
  const bySlug = index.bySlug.get(words);
  if (bySlug) return { is: "area", area: bySlug };
  const named = index.byWords.get(words) ?? index.byRomaji.get(plainRomaji(words) || "?") ?? [];
  if (named.length === 1) return { is: "area", area: named[0]! };
  if (named.length > 1) return { is: "several", areas: named };
  const [county] = index.counties.get(words.replace(/計$/, "")) ?? [];
  if (county) return { is: "county", ...county };
  const [former] = index.former.get(words.replace(/^旧/, "")) ?? [];
  if (former) return { is: "former", former };
  if (SUM.test(words)) return { is: "sum" };
  if (endsInSum(index, words)) return { is: "sum" };
  if (NO_AREA.test(words)) return { is: "no-area" };
  return { is: "unknown", likely: likely(index, words) };
}

/** 島根県計, 浜田圏域計: an area's own name with a word for a sum behind it. */
const endsInSum = (index: PlaceIndex, words: string): boolean =>
  /(計|市部|郡部|部計)$/.test(words) &&
  (index.byWords.has(words.replace(/(合?計|市部計?|郡部計?|市計|町村計)$/, "")) ||
    /(市|町村|郡|区)計$/.test(words));

const MOST_LIKELY = 3;

/** Areas whose name is one letter apart: what was probably meant. */
function likely(index: PlaceIndex, words: string): Area[] {
  if (words.length < 3 || /^[\d.]+$/.test(words)) return [];
  const found = new Set<Area>();
  for (const [name, areas] of index.byWords) {
    if (Math.abs(name.length - words.length) > 1 || !beginsOrEndsAs(name, words)) continue;
    if (!oneApart(name, words)) continue;
    for (const area of areas) found.add(area);
    if (found.size > MOST_LIKELY) break;
  }
  return [...found].slice(0, MOST_LIKELY);
}

/** Of names that are one letter apart either the first letter is the same or the last. */
const beginsOrEndsAs = (one: string, other: string): boolean =>
  one.charCodeAt(0) === other.charCodeAt(0) ||
  one.charCodeAt(one.length - 1) === other.charCodeAt(other.length - 1);

function oneApart(one: string, other: string): boolean {
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  const skip = Number(one.length >= other.length);
  const skipOther = Number(other.length >= one.length);
  return one.slice(from + skip) === other.slice(from + skipOther);
}

/**
 * What several cells of one row say together: prefecture and municipality, code and name, county and town. The finest
 * area that all the others hold; a word for the whole beside a prefecture is the prefecture.
 */
export function readPlaces(index: PlaceIndex, texts: readonly string[]): PlaceReading {
  const said = texts
    .map((text) => ({ text, reading: readPlace(index, text) }))
    .filter(({ reading }) => reading.is !== "blank");
  if (said.length === 0) return { is: "blank" };
  if (said.length === 1) return said[0]!.reading;
  const areas = said.flatMap(({ reading }) => (reading.is === "area" ? [reading.area] : []));
  const narrowed = said.map((one) => ({ ...one, reading: narrow(index, one, areas) }));
  // Censuses give codes of their own to what is no area; of a municipality of before the code went with the name.
  const named = narrowed.filter(
    ({ text, reading }) => reading.is !== "unknown" || !/^[\dA-Z]+$/.test(text.trim()),
  );
  const [only] = named;
  if (named.length === 1 && only!.reading.is !== "area") return only!.reading;
  const unclear = narrowed.find(({ reading }) => !["area", "county", "sum", "former"].includes(reading.is));
  if (unclear) return unclear.reading;
  let finest: Area | undefined;
  for (const { reading } of narrowed) {
    if (reading.is !== "area") continue;
    if (!finest || holds(index, finest, reading.area)) finest = reading.area;
    else if (!holds(index, reading.area, finest)) return contradiction(index, finest, reading.area);
  }
  for (const { reading, text } of narrowed) {
    if (reading.is === "former") {
      if (!reading.former) return reading;
      const { prefectureId, into } = reading.former;
      if (finest && finest.id !== into && finest.id !== prefectureId && finest.id !== NATION)
        return { is: "contradiction", areas: [text, fullName(index, finest)] };
      return reading;
    }
    if (reading.is === "county") {
      if (!finest || finest.id === reading.prefectureId) return reading;
      if (finest.county !== reading.name)
        return { is: "contradiction", areas: [text, fullName(index, finest)] };
    }
    if (reading.is === "sum" && !(finest?.kind === "prefecture" && WHOLE.test(normaliseWords(text)))) {
      const nation = finest?.id === NATION && WHOLE.test(normaliseWords(text));
      if (!nation) return reading;
    }
  }
  return finest ? { is: "area", area: finest } : { is: "unknown", likely: [] };
}

/** A name that several areas have means the one that lies in what the other cells name. */
function narrow(
  index: PlaceIndex,
  { text, reading }: { text: string; reading: PlaceReading },
  beside: readonly Area[],
): PlaceReading {
  // Of areas that have ended the code alone is looked up; their name beside it is theirs.
  const words = normaliseWords(text);
  const ended = beside.find(
    (area) =>
      area.validTo !== null &&
      [area.name, fullName(index, area)].some((name) => normaliseWords(name) === words),
  );
  if (ended) return { is: "area", area: ended };
  if (reading.is === "several") {
    const fitting = reading.areas.filter((area) =>
      beside.every((other) => holds(index, other, area) || holds(index, area, other)),
    );
    if (fitting.length === 1) return { is: "area", area: fitting[0]! };
    return reading;
  }
  if (reading.is === "county" || reading.is === "unknown" || reading.is === "former") {
    // 郡 and names of before may be the same in two prefectures.
    for (const prefecture of beside.filter(({ kind }) => kind === "prefecture")) {
      const within = readPlace(index, prefecture.name + text);
      if (within.is !== "unknown") return within;
    }
  }
  return reading;
}

function holds(index: PlaceIndex, outer: Area, inner: Area): boolean {
  for (
    let area: Area | undefined = inner;
    area;
    area = area.parentId ? index.byId.get(area.parentId) : undefined
  )
    if (area.id === outer.id) return true;
  return false;
}

const fullName = (index: PlaceIndex, area: Area): string =>
  fullNameOf(area, area.prefectureId ? index.byId.get(area.prefectureId)?.name : undefined);

const contradiction = (index: PlaceIndex, one: Area, other: Area): PlaceReading => ({
  is: "contradiction",
  areas: [fullName(index, one), fullName(index, other)],
});
