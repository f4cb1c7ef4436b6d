import { z } from "zod";
import { chosenFile } from "#foundation/attachments/public.ts";
import { choice, count, decimal, rows, withRows } from "#platform/kernel/form-fields.ts";
import { RULES } from "../model/prevention-data.schema.ts";
import { COUNTED_BY, FIVE, QUARTERS, SHEETS, STANDINGS } from "../model/prevention-kinds.schema.ts";

const year = count("年", { least: 2009, most: 2200 });

export const FigureImportInput = z.object({
  file: chosenFile,
  year,
  quarter: choice("四半期", QUARTERS, { optional: true }).transform((text) => (text ? Number(text) : null)),
  countedBy: choice("表の種類", COUNTED_BY),
  standing: choice("暫定値・確定値", STANDINGS),
  sex: choice("シート", SHEETS, { optional: true }),
});

export const FigurePublishInput = z.object({
  to: year,
  personYears: count("5年分の人口の合計", { most: 1_000_000_000, unit: "人", optional: true }),
  prefectureRate: decimal("都道府県の自殺死亡率", { least: 0, most: 200, optional: true }),
});

export const FiveInput = withRows(
  z.object({
    untilYear: year,
    groups: rows(
      "区分",
      z.object({
        sex: choice("性別", FIVE.sex),
        age: choice("年齢", FIVE.age),
        work: choice("職業の有無", FIVE.work),
        living: choice("同居の有無", FIVE.living),
        /** Fewer than ten are words, no figure: none is kept. */
        persons: count("人数", { unit: "人", least: RULES.leastForRate, most: 100_000, optional: true }),
      }),
      { most: 5, by: "sex" },
    ),
  }),
);
