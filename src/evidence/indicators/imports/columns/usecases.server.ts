import { findArea } from "#foundation/areas/public.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import type { ImportPermit } from "../../access.ts";
import { selectDictionary } from "../../dictionary/store.server.ts";
import { BAD_CHOICE } from "../messages.ts";
import type { Choices } from "../schema.ts";

/** The choices with areas, indicators and sources as their codes; what nobody knows is refused. */
export async function knownChoices(permit: ImportPermit, choices: Choices): Promise<Result<Choices>> {
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
