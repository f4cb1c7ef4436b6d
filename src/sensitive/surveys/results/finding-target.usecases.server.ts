import { alsoDo } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { enterTargetValue } from "#programmes/plan/public.ts";
import type { SurveyPermit } from "../access.ts";
import type { Survey } from "../model/survey.schema.ts";
import { selectTargeted } from "./finding.store.server.ts";
import { shareOf, tableFor } from "./result.rules.ts";
import type { SurveyEdition } from "./step.store.server.ts";

export const sourceOf = ({ title, fiscalYear }: Pick<Survey, "title" | "fiscalYear">): string =>
  `${fiscalYear}年度 ${title}`;

/** A share as targets keep one: in per cent, to one decimal. */
export const percentOf = (value: number): number => Math.round(value * 1000) / 10;

/**
 * A wave that is over enters its value in every target that rests on a wave before, where the same was asked. What was
 * asked otherwise, or is hidden, moves nothing. How many moved.
 */
export async function moveTargets(
  permit: SurveyPermit,
  survey: Survey,
  { content, facts }: Pick<SurveyEdition, "content" | "facts">,
  app: App,
): Promise<number> {
  let moved = 0;
  for (const { definition, targetId } of await selectTargeted(permit, survey.id)) {
    const found = tableFor(content, definition);
    const share = found && shareOf(found.table, found.at, definition.choices, facts);
    if (!share || !targetId) continue;
    const value = {
      fiscalYear: survey.fiscalYear,
      value: percentOf(share.value),
      source: sourceOf(survey),
      sure: true,
    };
    const at = { area: permit.subject.area, id: targetId };
    // A target that was deleted meanwhile is nobody's to move.
    if ((await alsoDo(permit, enterTargetValue, at, value, app)).ok) moved += 1;
  }
  return moved;
}
