import { z } from "zod";
import { choice } from "#platform/kernel/form-fields.ts";
import { MEASURE_KEYS, MEASURES } from "../model/prevention-data.schema.ts";
import { STOCK_ANSWERS, STOCK_PROGRESS } from "../model/prevention-kinds.schema.ts";

const nameOf = new Map(MEASURES.measures.map(({ key, name }) => [key, name]));
const answer = (key: string) => choice(nameOf.get(key)!, STOCK_ANSWERS, { optional: true });
const progress = (key: string) =>
  choice(`${nameOf.get(key)!}の進みぐあい`, STOCK_PROGRESS, { optional: true });

/** What an office does for each measure, as words of a list: `answer-…` and `progress-…` by its key. */
export const StockInput = z.object({
  ...Object.fromEntries(MEASURE_KEYS.map((key) => [`answer-${key}`, answer(key)])),
  ...Object.fromEntries(MEASURE_KEYS.map((key) => [`progress-${key}`, progress(key)])),
});

export const PlanGapInput = z.object({ measure: choice("項目", MEASURE_KEYS as [string, ...string[]]) });
