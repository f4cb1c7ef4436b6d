import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { findArea, getAreas, NATION } from "#foundation/areas/public.ts";
import { tableImports } from "#foundation/tables/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import type { ImportBatch as AnyBatch } from "#platform/tables/import.ts";
import type { TableIn } from "#platform/tables/table-in.ts";
import { type ImportPermit, importAreas, indicatorPolicy } from "../access.ts";
import { shippedMapping, shippedNames } from "../catalogue/published-table.present.ts";
import { catalogue } from "../catalogue/published-table.queries.server.ts";
import { selectDictionary } from "../dictionary/store.server.ts";
import { ROLES } from "../observations/column-role.schema.ts";
import { indicatorOfFileName, roleOf } from "./columns/names/rules.ts";
import { areaWordsOf, gapsOf, isFigure, matchColumns, namesKnown, namesOf } from "./columns/rules.ts";
import { choicesOf } from "./columns/schema.ts";
import { dayOfTitles, inYearOf } from "./columns/titles/rules.ts";
import { readWords } from "./columns/words/rules.ts";
import { BAD_CHOICE, gapErrors, ROLE_LABEL } from "./messages.ts";
import { takeFigures } from "./run/file/usecases.server.ts";
import { type Changes, Choices, ColumnMeaning, type FiguresView, type Mapping } from "./schema.ts";
import { findTouched, takeBack } from "./withdrawal/store.server.ts";

export const KIND = "indicators";

/** Figures of indicators: a column may name its own indicator, sex or age band, so that a row holds several. */
export const FIGURES: TableIn<
  ImportPermit,
  ColumnMeaning,
  Choices,
  Readonly<{ removed: number; restored: number }>
> = {
  kind: KIND,
  meaning: ColumnMeaning,
  choices: Choices,
  choicesOf,
  knows: async (permit) => namesKnown(await selectDictionary(permit)),
  propose: proposeColumns,
  shipped: {
    names: shippedNames(catalogue()),
    find(wanted) {
      const found = shippedMapping(catalogue(), wanted);
      return found && { ...found, choices: Choices.parse(found.choices) };
    },
  },
  readMeaning,
  gaps: ({ mapping, choices }) => gapErrors(gapsOf(mapping, choices)),
  resolve: knownChoices,
  open: takeFigures,
  withdraw: async (permit, { id }, { at }) => takeBack(permit, id, await findTouched(permit, id), at),
  copies: true,
};

/** What columns hold by their names, areas among them; an indicator may be named above the table or by the file alone. */
async function proposeColumns(
  permit: ImportPermit,
  { header, name, titles }: Readonly<{ header: readonly string[]; name: string; titles: readonly string[] }>,
  choices: Choices,
): Promise<Readonly<{ mapping: Mapping; choices: Choices }>> {
  const dictionary = await selectDictionary(permit);
  const before = matchColumns(header, dictionary);
  const lacksArea = gapsOf(before, choices).includes("area");
  const areas = lacksArea ? await areasNamed(permit, areaWordsOf(header, dictionary)) : undefined;
  const matched = areas ? matchColumns(header, dictionary, areas) : before;
  const day = dayOfTitles(titles);
  const mapping = day ? inYearOf(day, matched) : matched;
  if (day && choices.fiscalYear === undefined && gapsOf(mapping, choices).includes("year"))
    choices = { ...choices, fiscalYear: fiscalYearOf(day) };
  if (!gapsOf(mapping, choices).includes("indicator")) return { mapping, choices };
  const indicator = [name, ...titles]
    .map((text) => indicatorOfFileName(text, dictionary))
    .find((code) => code !== undefined);
  return { mapping, choices: indicator ? { ...choices, indicator } : choices };
}

/** More names of areas than a header has. */
const MOST_AREAS = 500;

/** The areas that words of a header name; a single one may be chance. */
async function areasNamed(
  permit: ImportPermit,
  words: readonly string[],
): Promise<ReadonlyMap<string, string> | undefined> {
  const found = new Map<string, string>();
  for (const word of words.slice(0, MOST_AREAS)) {
    const area = await findArea(permit, word);
    if (area) found.set(word, area.id);
  }
  return found.size > 1 ? found : undefined;
}

/** A column's meaning as a person writes it: 地域, or 値 人口 男 2020年度 浜田市. */
async function readMeaning(permit: ImportPermit, text: string): Promise<ColumnMeaning | undefined> {
  const [word = "", ...rest] = text.trim().split(/\s+/);
  const role = ROLES.find((one) => one === word || ROLE_LABEL[one] === word) ?? roleOf(word);
  const said = role === undefined ? text : rest.join(" ");
  // What was written beside a column that holds no figures says nothing.
  if (role !== undefined && (said.trim() === "" || !isFigure({ role }))) return { role };
  const names = namesOf(await selectDictionary(permit));
  const unknown = readWords(said, names).rest;
  const areas = new Map<string, string>();
  for (const one of unknown) {
    const area = await findArea(permit, one);
    if (area) areas.set(one, area.id);
  }
  const read = readWords(said, { ...names, areas });
  if (read.rest.length > 0) return undefined;
  return { role: role ?? "value", ...(read.total && { sex: "all" as const }), ...read.words };
}

/** The choices with areas, indicators and sources as their codes; what nobody knows is refused. */
async function knownChoices(permit: ImportPermit, choices: Choices): Promise<Result<Choices>> {
  const { indicators, sources } = await selectDictionary(permit);
  const area = choices.area ? await findArea(permit, choices.area) : undefined;
  const wrong: Record<string, string[]> = {};
  if (choices.area && !area) wrong.area = [BAD_CHOICE.area];
  if (choices.indicator && !indicators.some(({ code }) => code === choices.indicator))
    wrong.indicator = [BAD_CHOICE.indicator];
  if (choices.source && !sources.some(({ code }) => code === choices.source))
    wrong.source = [BAD_CHOICE.source];
  if (Object.keys(wrong).length > 0) return invalid(wrong);
  return ok(area ? { ...choices, area: area.id } : choices);
}

/** Facts about an area may be changed by whoever works with them, also where it only overlaps their own. */
function reachOf(actor: Actor): AnyBatch["reach"] {
  const { areas, facts = [] } = scopeOf(actor);
  return (areas === "all" ? "all" : [...areas, ...facts]) as AnyBatch["reach"];
}

export const {
  beginImport,
  cancelImport,
  checkImport,
  importJob,
  importWhole,
  listImports,
  readImport,
  rejectedFile,
  rematchImport,
  runImport,
  takeImport,
  withdrawImport,
} = tableImports({
  table: FIGURES,
  policy: indicatorPolicy,
  prefix: "import",
  reachOf,
  within: ({ area, reach }) => ({ areas: [area], facts: reach }),
  listed: importAreas,
  async view(permit, { areaId, changes, mapping }): Promise<FiguresView> {
    const areas = [
      ...((changes as Changes | null)?.examples ?? []).map(({ area }) => area as AreaId),
      ...(mapping ?? []).flatMap(({ area }) => (area ? [area as AreaId] : [])),
    ];
    const named = await getAreas(permit, [areaId, ...areas]);
    return {
      home: areaId === NATION ? null : (named.get(areaId)?.slug ?? areaId),
      areaNames: Object.fromEntries([...named].map(([area, { name }]) => [area, name])),
      dictionary: await selectDictionary(permit),
    };
  },
});
