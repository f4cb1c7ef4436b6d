import { z } from "zod";
import type { FiscalYear } from "./fiscal-year.ts";
import { SAYS, type Says } from "./form-fields.messages.ts";
import { isUuid } from "./ids.ts";
import type { PlainDate } from "./plain-date.ts";
import { plainTyped, readNumber } from "./typed.ts";
import { readFiscalYear, readTypedDay } from "./written-day.ts";

/**
 * One schema for each kind of field (src/ui/README.md lists the parts that show them). `label` is the field's name as
 * the form shows it: the sentences name the field and the mend.
 */
type May<Optional extends boolean> = Readonly<{ optional?: Optional; language?: "ja" | "en" }>;

const saysIn = (language: "ja" | "en" = "ja"): Says => SAYS[language];

/** Null where a field that may be left empty was. */
const orNull = <S extends z.ZodType, O extends boolean>(schema: S, optional: O | undefined) =>
  (optional ? schema.nullable() : schema) as O extends true ? z.ZodNullable<S> : S;

const textOf = (label: string, { most, optional, language }: May<boolean> & { most: number }) => {
  const say = saysIn(language);
  const text = z
    .string({ error: say.write(label) })
    .transform((value) => value.normalize("NFC").replace(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .min(optional ? 0 : 1, { error: say.write(label) })
        .max(most, { error: say.long(label, most) }),
    );
  return optional ? text.default("") : text;
};

/** A text on one line; empty where it may be left out. */
export const text = (label: string, { most = 200, ...may }: May<boolean> & { most?: number } = {}) =>
  textOf(label, { most, ...may });

/** A text of several lines. */
export const longText = (label: string, { most = 2000, ...may }: May<boolean> & { most?: number } = {}) =>
  textOf(label, { most, ...may });

/** A day as `readTypedDay` reads it, with a sentence of one's own. */
export const typedDay = ({ error, none = error }: Readonly<{ error: string; none?: string }>) =>
  z.string({ error }).transform((typed, context): PlainDate => {
    const day = readTypedDay(typed);
    if (day !== undefined && day !== "no-such-day") return day;
    context.addIssue({ code: "custom", message: day === "no-such-day" ? none : error });
    return z.NEVER;
  });

/** A day in any of the ways in which offices write one: 2027-01-11, 2027/1/11, 令和9年1月11日, R9.1.11. */
export function day<O extends boolean = false>(label: string, { optional, language }: May<O> = {}) {
  const say = saysIn(language);
  const read = typedDay({ error: say.day(label), none: say.noSuchDay(label) });
  return z.preprocess((typed) => (optional ? typed || null : typed), orNull(read, optional));
}

/** A time of the day: 13:30. */
export const time = (label: string, { language }: May<false> = {}) =>
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: saysIn(language).time(label) });

/** A fiscal year: 2027, 令和9年度, R9. */
export function fiscalYear<O extends boolean = false>(label: string, { optional, language }: May<O> = {}) {
  const error = saysIn(language).fiscalYear(label);
  const read = (typed: unknown) => (plainTyped(typed) ? readFiscalYear(String(plainTyped(typed))) : null);
  const year = z.custom<FiscalYear>((value) => typeof value === "number", { error });
  return z.preprocess((typed) => read(typed), orNull(year, optional));
}

type Bounds = Readonly<{ least?: number; most?: number; unit?: string }>;

function numberOf<O extends boolean>(
  label: string,
  { optional, language, least = -1e12, most = 1e12, unit = "", whole }: May<O> & Bounds & { whole: boolean },
) {
  const say = saysIn(language);
  const error = whole ? say.whole(label) : say.number(label);
  const number = z
    .number({ error })
    .refine((value) => !whole || Number.isInteger(value), { error })
    .refine((value) => value >= least, { error: say.least(label, least, unit) })
    .refine((value) => value <= most, { error: say.most(label, most, unit) });
  return z.preprocess((typed) => readNumber(typed, [unit]) ?? null, orNull(number, optional));
}

/** How many: a whole number from 0 on. */
export const count = <O extends boolean = false>(label: string, may: May<O> & Bounds = {}) =>
  numberOf(label, { least: 0, most: 10_000_000, ...may, whole: true });

/** A measured figure with its unit. */
export const decimal = <O extends boolean = false>(label: string, may: May<O> & Bounds = {}) =>
  numberOf(label, { ...may, whole: false });

/** An amount of money in whole yen. */
export const money = <O extends boolean = false>(label: string, may: May<O> & Bounds = {}) =>
  numberOf(label, { least: 0, unit: "円", ...may, whole: true });

/** One of several. */
export function choice<const V extends string, O extends boolean = false>(
  label: string,
  values: readonly V[],
  { optional, language }: May<O> = {},
) {
  const one = z.enum(values as readonly [V, ...V[]], { error: saysIn(language).choose(label) });
  return z.preprocess((typed) => typed || null, orNull(one, optional));
}

/** The id of a row that may be left out; empty it is null. */
export const optionalId = <Id extends string = string>() =>
  z
    .union([
      z
        .string()
        .refine(isUuid)
        .transform((id) => id as Id),
      z.literal("").transform(() => null),
      z.null(),
    ])
    .optional()
    .transform((value) => value ?? null);

/** Several of them; `none` is the answer that leaves out all others. */
export function many<const V extends string>(
  label: string,
  values: readonly V[],
  { optional, language, none }: May<boolean> & Readonly<{ none?: NoInfer<V> }> = {},
) {
  const say = saysIn(language);
  const one = z.enum(values as readonly [V, ...V[]], { error: say.choose(label) });
  return z.preprocess(
    (typed) => [typed ?? []].flat().filter((value) => value !== ""),
    z
      .array(one)
      .min(optional ? 0 : 1, { error: say.chooseSome(label) })
      .refine((chosen) => none === undefined || !chosen.includes(none) || chosen.length === 1, {
        error: say.noneAndOthers(label),
      }),
  );
}

/** Yes or no, where neither is taken for granted. */
export function yesNo<O extends boolean = false>(label: string, { optional, language }: May<O> = {}) {
  const answer = z.enum(["yes", "no"], { error: saysIn(language).yesOrNo(label) });
  return z
    .preprocess((typed) => typed || null, orNull(answer, optional))
    .transform(
      (said) => (said === null ? null : said === "yes") as O extends true ? boolean | null : boolean,
    );
}

/** Files; what is in them is the receiver's to check. */
export function files(
  label: string,
  { most = 1, optional, language }: May<boolean> & Readonly<{ most?: number }> = {},
) {
  const say = saysIn(language);
  const isChosen = (file: unknown) => file instanceof File && (file.name !== "" || file.size > 0);
  return z.preprocess(
    (sent) => [sent ?? []].flat().filter(isChosen),
    z
      .array(z.instanceof(File))
      .min(optional ? 0 : 1, { error: say.file(label) })
      .max(most, { error: say.fewerFiles(label, most) }),
  );
}

type RowsMay = Readonly<{ least?: number; most?: number; by?: string; language?: "ja" | "en" }>;

/** Rows of the same fields. A row in which nothing was written is none; with `by`, one without that field. */
export function rows<S extends z.ZodType>(
  label: string,
  row: S,
  { least = 0, most = 20, by, language }: RowsMay = {},
) {
  const say = saysIn(language);
  const isEmpty = (one: unknown) => {
    const told = (one ?? {}) as Readonly<Record<string, unknown>>;
    const values = by === undefined ? Object.values(told) : [told[by] ?? ""];
    return values.flat().every((value) => plainTyped(value) === "");
  };
  return z.preprocess(
    (sent) => (Array.isArray(sent) ? sent : []).map((one) => (isEmpty(one) ? null : one)),
    z
      .array(row.nullable())
      .refine((all) => all.filter(Boolean).length >= least, { error: say.moreRows(label, least) })
      .refine((all) => all.filter(Boolean).length <= most, { error: say.fewerRows(label, most) })
      .transform((all) => all.filter((one): one is NonNullable<typeof one> => one !== null)),
  );
}

const PART = /^([\w-]+)\.(\d{1,3})\.([\w-]+)$/;

/** A form whose rows are called `slots.0.day`, with those rows as lists; an object schema reads it after that. */
export const withRows = <S extends z.ZodType>(schema: S) => z.preprocess(nestRows, schema);

export function nestRows(sent: unknown): unknown {
  if (typeof sent !== "object" || sent === null) return sent;
  // Strangers name these fields: in an object `__proto__.0.day` would write into what every object has.
  const form = new Map<string, unknown>();
  const lists = new Map<string, Record<string, unknown>[]>();
  for (const [name, value] of Object.entries(sent)) {
    const [, list, row, part] = PART.exec(name) ?? [];
    if (list && part) {
      const rows = lists.get(list) ?? [];
      rows[Number(row)] = { ...rows[Number(row)], [part]: value };
      lists.set(list, rows);
    } else form.set(name, value);
  }
  for (const [name, list] of lists)
    form.set(
      name,
      Array.from(list, (row) => row ?? null),
    );
  return Object.fromEntries(form);
}
