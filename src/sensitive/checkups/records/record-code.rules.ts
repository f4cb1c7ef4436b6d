export type Meal = "fasting" | "casual" | "unusable" | undefined;

/** Codes and words of files for the two sexes. */
export const SEXES: ReadonlyMap<string, 1 | 2> = new Map([
  ...["1", "男", "男性", "M", "m", "1:男", "男:1"].map((text) => [text, 1] as const),
  ...["2", "女", "女性", "F", "f", "2:女", "女:2"].map((text) => [text, 2] as const),
]);

/** Codes of 採血時間（食後） since fiscal 2018, and their words. */
export const MEALS: ReadonlyMap<string, NonNullable<Meal>> = new Map([
  ...["2", "食後10時間以上", "10時間以上", "空腹時", "空腹"].map((text) => [text, "fasting"] as const),
  ...["1", "3", "食後3.5時間以上10時間未満", "3.5時間以上10時間未満", "食後10時間未満", "随時"].map(
    (text) => [text, "casual"] as const,
  ),
  ...["4", "食後3.5時間未満", "3.5時間未満", "食直後"].map((text) => [text, "unusable"] as const),
]);
