import { requestOf } from "#foundation/identity/public.ts";
import { fileKindOf, listResponse } from "#platform/lists/list-file.ts";
import { shown } from "#platform/web/refusal.ts";
import { INDICATOR_LABELS } from "../model/checkup-indicator.schema.ts";
import { answerColumns, presentAnswer } from "../questions/checkup-question.present.ts";
import { questionOf } from "../questions/checkup-question.schema.ts";
import { askCheckups } from "../questions/checkup-question.usecases.server.ts";
import type { Route } from "./+types/question-file";

/** The answer as a file, as its page shows it. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const question = questionOf(url.searchParams);
  const year = Number(url.searchParams.get("year")) || undefined;
  const { answer } = shown(
    await askCheckups(app, actor, { area: params.area, question, ...(year && { year }) }),
  );
  const { heads, rows } = answer ? presentAnswer(answer) : { heads: [], rows: [] };
  const name = `健診集計_${INDICATOR_LABELS[question.indicator]}`;
  return listResponse(fileKindOf(url), name, answerColumns(heads), { rows, after: undefined });
}
