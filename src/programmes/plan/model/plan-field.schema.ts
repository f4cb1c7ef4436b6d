import { z } from "zod";
import { readNumber } from "#platform/kernel/typed.ts";
import { readYear } from "./plan-field.rules.ts";

/** The fields with figures that the plan's forms are made of. */
const YEAR = { error: "年度を入力してください（例 2026、令和8）。" };
export const year = z.preprocess(
  readYear,
  z
    .number(YEAR)
    .int(YEAR)
    .min(1950, { error: "1950年度よりあとの年度にしてください。" })
    .max(2100, { error: "2100年度までの年度にしてください。" }),
);

const FIGURE = { error: "数で入力してください（例 74.1）。" };
export const figure = z.preprocess(
  (typed) => readNumber(typed),
  z.number(FIGURE).min(-1e12, { error: "数が小さすぎます。" }).max(1e12, { error: "数が大きすぎます。" }),
);

/** A figure that nobody measures below 0. */
const amount = z
  .number(FIGURE)
  .min(0, { error: "0以上の数で入力してください。" })
  .max(1e12, { error: "数が大きすぎます。" });
export const measured = z.preprocess((typed) => readNumber(typed), amount);
/** The same; left empty it is null. */
export const perhapsMeasured = z.preprocess((typed) => readNumber(typed) ?? null, amount.nullable());

/** How many there were; left empty it is null: not known, not none. */
export const count = (what: string, most = 10_000_000) =>
  z
    .preprocess(
      (typed) => readNumber(typed) ?? null,
      z
        .number({ error: `${what}は数で入力してください（例 24）。` })
        .int({ error: `${what}は整数で入力してください。` })
        .min(0, { error: `${what}は0以上の数で入力してください。` })
        .max(most, { error: `${what}が大きすぎます。` })
        .nullable(),
    )
    .default(null);
