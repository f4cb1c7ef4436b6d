import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { findArea, getAreas } from "#foundation/areas/public.ts";
import { tableImports } from "#foundation/tables/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import type { ImportBatch as AnyBatch } from "#platform/tables/import.ts";
import type { TableIn } from "#platform/tables/table-in.ts";
import { type ImportPermit, importAreas, indicatorPolicy } from "../access.ts";
import { selectDictionary } from "../dictionary/store.server.ts";
import { gapsOf, indicatorOfFileName, matchColumns, namesKnown } from "./columns/rules.ts";
import { choicesOf } from "./columns/schema.ts";
import { BAD_CHOICE, gapErrors } from "./messages.ts";
import { takeFigures } from "./run/file/usecases.server.ts";
import { type Changes, Choices, ColumnMeaning, type FiguresView } from "./schema.ts";
import { findTouched, takeBack } from "./withdrawal/store.server.ts";

export const KIND = "indicators";

/** Figures of indicators: a column may name its own indicator, sex or age band, so that a row holds several. */
const FIGURES: TableIn<
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
  async propose(permit, { header, name }, choices) {
    const dictionary = await selectDictionary(permit);
    const mapping = matchColumns(header, dictionary);
    if (!gapsOf(mapping, choices).includes("indicator")) return { mapping, choices };
    const indicator = indicatorOfFileName(name, dictionary);
    return { mapping, choices: indicator ? { ...choices, indicator } : choices };
  },
  gaps: ({ mapping, choices }) => gapErrors(gapsOf(mapping, choices)),
  resolve: knownChoices,
  open: takeFigures,
  withdraw: async (permit, { id }, { at }) => takeBack(permit, id, await findTouched(permit, id), at),
  copies: true,
};

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
  async view(permit, { changes }): Promise<FiguresView> {
    const areas = ((changes as Changes | null)?.examples ?? []).map(({ area }) => area as AreaId);
    const named = await getAreas(permit, areas);
    return {
      areaNames: Object.fromEntries([...named].map(([area, { name }]) => [area, name])),
      dictionary: await selectDictionary(permit),
    };
  },
});
