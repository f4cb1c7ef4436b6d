import { z } from "zod";
import { choice, count, day, many, text } from "#platform/kernel/form-fields.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { ItemGroup } from "../data/checkup-item.schema.ts";
import { PROVIDER_KINDS, type ProviderKind } from "../model/checkup-kind.rules.ts";
import { AGREEMENT_ERRORS, AGREEMENT_LABELS as LABEL } from "./provider-agreement.messages.ts";

export const GROUNDS = ["law", "entrustment", "joint-use", "consent", "anonymised"] as const;
export type Ground = (typeof GROUNDS)[number];

/** What was agreed to be handed over. */
export const AGREED_ITEMS = [
  "body",
  "pressure",
  "blood",
  "urine",
  "findings",
  "questionnaire",
  "judgement",
  "municipality",
  "workplace",
] as const satisfies readonly (ItemGroup | "municipality" | "workplace")[];
export type AgreedItem = (typeof AGREED_ITEMS)[number];

/** What the provider's figures may be crossed with in an edition. */
export const COMBINATIONS = ["municipality", "workplace-size"] as const;
export type Combination = (typeof COMBINATIONS)[number];

/** Fewer are never shown, whatever was agreed. */
const LEAST_SHOWN = 10;
const MOST_ASKED = 1000;
const MOST_YEARS_KEPT = 30;

export const AgreementInput = z
  .object({
    provider: text(LABEL.provider, { most: 100 }),
    kind: choice(LABEL.kind, PROVIDER_KINDS),
    ground: choice(LABEL.ground, GROUNDS),
    groundText: text(LABEL.groundText, { most: 200 }),
    items: many(LABEL.items, AGREED_ITEMS),
    smallest: count(LABEL.smallest, { least: LEAST_SHOWN, most: MOST_ASKED, unit: "人" }),
    combine: many(LABEL.combine, COMBINATIONS, { optional: true }),
    yearsKept: count(LABEL.yearsKept, { least: 1, most: MOST_YEARS_KEPT, unit: "年" }),
    fromDay: day(LABEL.fromDay),
    untilDay: day(LABEL.untilDay),
  })
  .refine(({ fromDay, untilDay }) => fromDay <= untilDay, {
    path: ["untilDay"],
    error: AGREEMENT_ERRORS.order,
  });

export type Agreement = Readonly<{
  areaId: AreaId;
  id: string;
  provider: string;
  kind: ProviderKind;
  ground: Ground;
  groundText: string;
  items: readonly AgreedItem[];
  smallest: number;
  combine: readonly Combination[];
  /** From the end of the fiscal year of a checkup. */
  yearsKept: number;
  fromDay: PlainDate;
  untilDay: PlainDate;
  endedOn: PlainDate | null;
  /** Everything of fiscal years before that one was erased. */
  erasedBefore: number | null;
  version: number;
}>;
