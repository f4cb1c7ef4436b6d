import { z } from "zod";
import type { RowOf } from "#platform/db/rows.ts";

/** What of an office or a hotline an edition may print. */
export const FIELDS = {
  organisation: ["name", "phone", "fax", "address", "website"],
  hotline: ["name", "phone", "hours"],
  entry: ["name", "phone", "hours", "address", "website"],
} as const;
export type Source = keyof typeof FIELDS;

export type Fact = RowOf<"materialFact", Readonly<{ source: Source }>>;

/** What is printed of something, as it stands where it is kept. */
export type Standing = Readonly<{
  source: Source;
  sourceId: string;
  label: string;
  /** Empty where it has ended. */
  fields: Readonly<Record<string, string>>;
}>;

const CHOSEN = /^(organisation|hotline|entry):([\w-]{1,80})$/;

/** What was chosen, as its box sends it: `organisation:<id>`. */
export const chosenSource = z
  .string()
  .regex(CHOSEN, { error: "掲載する機関・相談先を選択してください。" })
  .transform((text) => {
    const [, source, sourceId] = CHOSEN.exec(text)!;
    return { source: source as Source, sourceId: sourceId! };
  });

export const FactsInput = z.object({
  of: chosenSource,
  fields: z.preprocess(
    (sent) => [sent ?? []].flat(),
    z.array(z.string()).min(1, { error: "掲載した項目を1つ以上選択してください。" }),
  ),
});
