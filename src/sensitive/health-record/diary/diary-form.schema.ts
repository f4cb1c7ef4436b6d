import { z } from "zod";
import { count, day, decimal, longText } from "#platform/kernel/form-fields.ts";

/** A day of the diary as its form sends it; of the figures at least one, or a note. */
export const DiaryForm = z
  .object({
    day: day("日付"),
    weight: decimal("体重", { optional: true, least: 20, most: 250, unit: "kg" }),
    upper: count("血圧（上）", { optional: true, least: 50, most: 300 }),
    lower: count("血圧（下）", { optional: true, least: 20, most: 200 }),
    steps: count("歩数", { optional: true, most: 150_000 }),
    sleep: decimal("睡眠時間", { optional: true, least: 0, most: 24 }),
    note: longText("メモ", { optional: true, most: 500 }),
  })
  .refine(
    ({ day: _, note, ...figures }) => note !== "" || Object.values(figures).some((one) => one !== null),
    {
      path: ["weight"],
      error: "体重・血圧・歩数・睡眠時間・メモのどれかを入力してください。",
    },
  );
