import { z } from "zod";
import type { RowOf } from "#platform/db/rows.ts";
import { choice, count, day, files, longText, many, text } from "#platform/kernel/form-fields.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import {
  AUDIENCES,
  type Audience,
  KINDS,
  type Kind,
  LANGUAGES,
  type Language,
  MOVEMENTS,
  RIGHTS,
  type Template,
  THEMES,
  WAYS,
} from "./material-kinds.schema.ts";

export const MaterialInput = z.object({
  kind: choice("種類", KINDS),
  title: text("題名"),
  theme: choice("テーマ", THEMES),
  audiences: many("対象", AUDIENCES, { optional: true }),
  owner: text("作成機関", { optional: true }),
  rights: choice("利用の条件", RIGHTS),
  note: longText("説明", { optional: true, most: 1000 }),
  published: z.stringbool().default(false),
});
export type MaterialInput = z.output<typeof MaterialInput>;

export const EditionInput = z.object({
  label: text("版の名前"),
  language: choice("言語", LANGUAGES),
  format: text("規格", { optional: true }),
  validUntil: day("有効期限", { optional: true }),
  place: text("保管場所", { optional: true }),
  lowAt: count("補充の目安", { optional: true, unit: "部" }),
  mostAnOrder: count("1回の注文の上限", { least: 1, most: 100_000, unit: "部" }),
  published: z.stringbool().default(false),
  files: files("ファイル", { optional: true }),
});
export type EditionInput = z.output<typeof EditionInput>;

export type Material = RowOf<"material", Readonly<{ kind: Kind; audiences: readonly Audience[] }>>;

/** What a leaflet of our own says beside its contacts, which are facts. */
export type LeafletTexts = Readonly<{
  template: Template;
  title: string;
  lead: string;
  body: string;
  foot: string;
  /** The day on which its contacts were read. */
  asOf: PlainDate;
}>;

export type Edition = RowOf<
  "materialEdition",
  Readonly<{ language: Language; leaflet: LeafletTexts | null }>
>;

export const MovementInput = z
  .object({
    kind: choice("種類", MOVEMENTS),
    amount: count("部数", { most: 1_000_000, unit: "部" }),
    holder: text("相手先", { optional: true }),
    reason: text("理由", { optional: true }),
    day: day("日付", { optional: true }),
  })
  .refine(({ kind, amount }) => kind === "count" || amount > 0, {
    path: ["amount"],
    error: "部数は1以上で入力してください。",
  })
  .refine(({ kind, reason }) => (kind !== "discard" && kind !== "count") || reason !== "", {
    path: ["reason"],
    error: "理由を入力してください。",
  })
  .refine(({ kind, holder }) => (kind !== "send" && kind !== "return") || holder !== "", {
    path: ["holder"],
    error: "相手先を入力してください。",
  });
export type MovementInput = z.output<typeof MovementInput>;

export const ReachInput = z.object({
  handedOut: count("配った部数", { optional: true, unit: "部" }),
  readers: count("見た人数", { optional: true, unit: "人" }),
});

export const LinkInput = z.object({ way: choice("経路", WAYS) });
