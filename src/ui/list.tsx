import type { ReactNode } from "react";
import { Form, useLocation } from "react-router";
import { Button, TextLink } from "./button.tsx";
import { ChoiceField, type Option, SelectField, TextField } from "./field.tsx";
import { DayField } from "./field-kinds.tsx";
import { Empty } from "./notice.tsx";
import { NextPage, Table } from "./table.tsx";

type Language = "ja" | "en";

const TEXT = {
  csv: { ja: "CSVで保存する", en: "Save as CSV" },
  xlsx: { ja: "Excelで保存する", en: "Save for Excel" },
  next: { ja: "つづきを見る", en: "More" },
  find: { ja: "絞り込む", en: "Filter" },
  clear: { ja: "絞り込みを解除する", en: "Clear" },
  all: { ja: "すべて", en: "All" },
  none: { ja: "あてはまるものはありません", en: "Nothing matches" },
  noneNext: {
    ja: "ことばを短くするか、絞り込みをやめてみてください。",
    en: "Try a shorter word or clear the filters.",
  },
} as const;

type ListColumn<Row> = Readonly<{
  key: string;
  head: string;
  unit?: string;
  align?: "left" | "right";
  sort?: string;
  cell(row: Row): string | number | boolean | null | undefined;
}>;

type ListField = Readonly<{
  name: string;
  label: string;
  hint?: string;
  type: "text" | "day" | "select" | "radio" | "tick" | "kept";
  options?: readonly Option[];
}>;

/** The words of the address that narrow a list, and the rest that it keeps, such as the order and the language. */
function useAddress(fields: readonly ListField[]) {
  const { search } = useLocation();
  const query = new URLSearchParams(search);
  const place = query.get("after");
  query.delete("after");
  const named = (name: string) => fields.some((field) => field.name === name);
  return {
    query,
    narrowed: fields.some(({ name }) => query.get(name)),
    beyondFirst: Boolean(place),
    rest: [...query].filter(([name, value]) => value !== "" && !named(name)),
  };
}

/**
 * The form that narrows a list, by its declared fields. It reads and writes the address alone, so it works without
 * script; `options` are the choices that only the page knows, `values` what it understood of what was typed.
 */
export function ListFilter({
  fields,
  options = {},
  values = {},
  label,
  find,
  folded = false,
  language = "ja",
}: {
  fields: readonly ListField[];
  options?: Readonly<Record<string, readonly Option[]>>;
  values?: Readonly<Record<string, string>>;
  label?: string | undefined;
  find?: string;
  /** Shut until it is asked for, where it holds much. */
  folded?: boolean;
  language?: Language;
}) {
  const { query, narrowed, rest } = useAddress(fields);
  const form = (
    <Form
      method="get"
      role="search"
      aria-label={label}
      key={`${query}`}
      className="no-print flex flex-wrap items-end gap-x-6"
    >
      {rest.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <Field
          key={field.name}
          field={{ ...field, ...(options[field.name] ? { options: options[field.name]! } : {}) }}
          value={values[field.name] ?? query.get(field.name) ?? ""}
          all={TEXT.all[language]}
        />
      ))}
      <p className="my-5 flex min-h-12 flex-wrap items-center gap-4">
        <Button>{find ?? TEXT.find[language]}</Button>
        {narrowed ? <TextLink to={`?${new URLSearchParams(rest)}`}>{TEXT.clear[language]}</TextLink> : null}
      </p>
    </Form>
  );
  if (!folded) return form;
  return (
    <details open={narrowed} className="no-print my-4 border-y border-solid-gray-300">
      <summary className="min-h-11 cursor-pointer py-2.5 text-std-16B-170">
        {find ?? TEXT.find[language]}
      </summary>
      {form}
    </details>
  );
}

function Field({ field, value, all }: { field: ListField; value: string; all: string }) {
  const { name, label, hint, type, options = [] } = field;
  const common = { name, label, ...(hint ? { hint } : {}) };
  switch (type) {
    case "kept":
      return value ? <input type="hidden" name={name} value={value} /> : null;
    case "text":
      return <TextField {...common} type="search" defaultValue={value} required={false} />;
    case "day":
      return <DayField {...common} defaultValue={value} optional />;
    case "select":
      return <SelectField {...common} options={options} empty={all} defaultValue={value} required={false} />;
    case "radio":
      return <ChoiceField {...common} type="radio" options={options} chosen={[value || options[0]!.value]} />;
    case "tick":
      return (
        <ChoiceField
          {...common}
          label=""
          type="checkbox"
          options={[{ value: "1", label }]}
          chosen={[value]}
        />
      );
  }
}

/**
 * A list by its declared columns: heads that order it, the way to the next page and to its files, all by the address,
 * so that a list keeps its place. `show` draws a cell where it is more than its text.
 */
export function ListTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  sort,
  after,
  open,
  show = {},
  files,
  fields = [],
  empty,
  none,
  language = "ja",
}: {
  caption: string;
  columns: readonly ListColumn<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
  sort: string;
  after: string | undefined;
  /** Where the first cell of a row leads. */
  open?: ((row: Row) => string) | undefined;
  show?: Readonly<Record<string, (row: Row) => ReactNode>>;
  /** The address of the whole list as a file, without its ending and what the list is filtered by. */
  files?: string | undefined;
  /** By what the list is narrowed. */
  fields?: readonly ListField[];
  /** What to do first, where there is nothing. */
  empty: ReactNode;
  /** What to do where nothing is left of it. */
  none?: ReactNode;
  language?: Language;
}) {
  const { query, narrowed, beyondFirst } = useAddress(fields);
  if (rows.length === 0)
    return narrowed || beyondFirst
      ? (none ?? <Empty title={TEXT.none[language]}>{TEXT.noneNext[language]}</Empty>)
      : empty;
  return (
    <>
      <Table
        caption={caption}
        hideCaption
        columns={columns.map(({ key, head, unit, align, sort: order, cell }, at) => ({
          key: order ?? key,
          head,
          ...(unit ? { unit } : {}),
          ...(align ? { align } : {}),
          sortable: order !== undefined,
          cell:
            show[key] ??
            ((row: Row) => (open && at === 0 ? <TextLink to={open(row)}>{cell(row)}</TextLink> : cell(row))),
        }))}
        rows={rows}
        rowKey={rowKey}
        sort={sort}
      />
      <NextPage after={after} label={TEXT.next[language]} />
      {files ? (
        <p className="no-print my-4 flex flex-wrap gap-4">
          {(["csv", "xlsx"] as const).map((kind) => (
            <TextLink key={kind} to={`${files}.${kind}?${query}`} reload>
              {TEXT[kind][language]}
            </TextLink>
          ))}
        </p>
      ) : null}
    </>
  );
}
