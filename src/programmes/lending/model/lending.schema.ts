import { z } from "zod";
import type { RowOf } from "#platform/db/rows.ts";
import {
  choice,
  count,
  day,
  longText,
  many,
  rows,
  text,
  time,
  withRows,
} from "#platform/kernel/form-fields.ts";
import { type PlainDate, parsePlainDate } from "#platform/kernel/plain-date.ts";
import { rowId } from "#platform/kernel/target.ts";
import { SAY } from "./lending.messages.ts";
import {
  CONDITIONS,
  type LoanState,
  MODEL_KINDS,
  type ModelKind,
  SIZES,
  type UnitState,
} from "./lending-states.schema.ts";

export type Office = RowOf<
  "lendingOffice",
  Readonly<{ openOn: readonly number[]; closedOn: readonly PlainDate[] }>
>;
export type Model = RowOf<"lendingModel", Readonly<{ kind: ModelKind; accessories: readonly string[] }>>;
export type Unit = RowOf<"lendingUnit", Readonly<{ state: UnitState }>>;
export type Kit = RowOf<
  "lendingKit",
  Readonly<{ parts: readonly Readonly<{ model: string; count: number }>[] }>
>;
export type Loan = RowOf<"lendingLoan", Readonly<{ state: LoanState }>>;
export type Hold = RowOf<"lendingHold">;
export type Wish = RowOf<"lendingWish">;

const optional = { optional: true } as const;
const WEEK = ["1", "2", "3", "4", "5", "6", "7"] as const;
const linesOf = (typed: string) =>
  typed
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

export const OfficeInput = z
  .object({
    name: text("窓口の名称", { most: 100 }),
    place: text("受渡しの場所", optional),
    phone: text("電話番号", { most: 40, ...optional }),
    borrowers: text("借りられる方", { most: 300, ...optional }),
    leadDays: count("申込みの締切", { most: 180, unit: "日" }),
    aheadDays: count("申込みの開始", { least: 1, most: 366, unit: "日" }),
    mostDays: count("貸出しの上限", { least: 1, most: 366, unit: "日" }),
    countsOpen: z.stringbool().default(false),
    openOn: many("窓口の開いている曜日", WEEK),
    openOnHolidays: z.stringbool().default(false),
    closedOn: longText("臨時の休み", optional)
      .transform(linesOf)
      .refine((days) => days.every((one) => parsePlainDate(one) !== undefined), {
        error: "臨時の休みは、2027-01-15の形で1行に1日ずつ入力してください。",
      }),
    opens: time("開く時刻"),
    closes: time("閉まる時刻"),
  })
  .refine(({ opens, closes }) => opens < closes, {
    path: ["closes"],
    error: "閉まる時刻は、開く時刻より後にしてください。",
  })
  .transform((told) => ({
    ...told,
    openOn: told.openOn.map(Number),
    closedOn: told.closedOn as PlainDate[],
  }));
export type OfficeInput = z.output<typeof OfficeInput>;

export const ModelInput = z
  .object({
    office: rowId(),
    kind: choice("種類", MODEL_KINDS),
    name: text("機種名", { most: 100 }),
    note: text("説明", { most: 300, ...optional }),
    accessories: longText("付属品", { most: 1000, ...optional }).transform(linesOf),
    bufferHours: count("清掃・充電の時間", { most: 720, unit: "時間" }),
    storesReadings: z.stringbool().default(false),
    lent: z.stringbool().default(false),
  })
  .transform(({ office, ...told }) => ({ ...told, officeId: office as string }));
export type ModelInput = z.output<typeof ModelInput>;

export const UnitInput = z.object({
  number: text("管理番号", { most: 40 }),
  serialNumber: text("製造番号", { most: 60, ...optional }),
  boughtOn: day("購入日", optional),
  calibratedOn: day("校正日", optional),
  batteryOn: day("電池・消耗品の交換日", optional),
  note: text("備考", { most: 300, ...optional }),
});
export type UnitInput = z.output<typeof UnitInput>;

export const KitInput = withRows(
  z.object({
    office: rowId(),
    name: text("セット名", { most: 100 }),
    parts: rows(
      "セットの内容",
      z.object({ model: rowId(), count: count("台数", { least: 1, most: 500, unit: "台" }) }),
      { least: 1, by: "model" },
    ),
  }),
);

const dates = {
  from: day("受取り日"),
  fromTime: time("受取りの時刻"),
  until: day("返却日"),
  untilTime: time("返却の時刻"),
};
export const MoveInput = z.object(dates);
export const ExtendInput = z.object({ until: day("新しい返却日"), untilTime: time("返却の時刻") });

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const wanted = (name: string) => count(name, { optional: true, most: 500, unit: "台" });

/** What who asks tells; for each model and kit of the office a count. */
export const askInput = (things: readonly Readonly<{ id: string; name: string }>[]) =>
  z
    .object({
      ...Object.fromEntries(things.map(({ id, name }) => [`want-${id}`, wanted(name)])),
      ...dates,
      workplace: text("事業所・団体名", { most: 120 }),
      size: choice("従業員数", SIZES, optional),
      contact: text("担当者のお名前", { most: 60 }),
      phone: text("電話番号", { most: 30, ...optional }),
      email: text("メールアドレス", { most: 254, ...optional }),
      purpose: text("使う目的", { most: 300 }),
      people: count("使う人数", { ...optional, least: 1, most: 10_000, unit: "人" }),
    })
    .refine(({ phone, email }) => phone !== "" || email !== "", { path: ["phone"], error: SAY.reach })
    .refine(({ email }) => email === "" || MAIL.test(email), {
      path: ["email"],
      error: "メールアドレスの形をご確認ください。",
    })
    .transform((told) => ({
      ...told,
      wants: things.flatMap(({ id }) => {
        const many = (told as Readonly<Record<string, unknown>>)[`want-${id}`];
        return typeof many === "number" && many > 0 ? [{ id, count: many }] : [];
      }),
    }))
    .refine(({ wants }) => wants.length > 0, {
      path: [`want-${things[0]?.id}`],
      error: SAY.nothing,
    });

export const BackInput = withRows(
  z.object({
    items: rows(
      "返却された機器",
      z.object({
        id: rowId(),
        condition: choice("状態", CONDITIONS),
        remark: text("備考", { most: 300, ...optional }),
      }),
      { most: 500, by: "condition" },
    ),
  }),
);
