import { SelectField, TextField } from "../field.tsx";
import { answerFor, CommandForm } from "../form.tsx";
import { Notice } from "../notice.tsx";
import { Section } from "../page.tsx";
import { ScrollsSideways } from "../scroll.tsx";
import { type ImportShown, WORDS } from "./words.ts";

type Layout = NonNullable<ImportShown["layout"]>;
type Tone = Layout["columns"][number]["tone"];

/** What a column tells has a colour, and always the word above it. */
const TONE: Readonly<Record<Tone, string>> = {
  where: "bg-green-100",
  when: "bg-yellow-100",
  who: "bg-orange-100",
  what: "bg-blue-100",
  figure: "bg-blue-50",
  other: "bg-blue-50",
  none: "bg-white text-solid-gray-600",
};

const CELL = "max-w-56 truncate px-2 py-1";

/** The first lines of a file with what was understood of them, and the ways to say that it is otherwise. */
export function ImportLayout({
  layout,
  mappings,
  prefix,
  answer,
}: {
  layout: Layout;
  mappings: readonly string[];
  prefix: string;
  answer: unknown;
}) {
  const refused = answerFor(answer, `${prefix}.match`);
  const why = [refused?.message, ...Object.values(refused?.errors ?? {}).flat()].filter(Boolean).join(" ");
  return (
    <Section title={WORDS.layout} lead={WORDS.layoutLead}>
      {why ? <Notice kind="error" title={why} /> : null}
      <Otherwise {...{ layout, mappings, prefix }} />
      <FirstLines {...{ layout, prefix }} />
      {layout.legend.length > 0 ? (
        <p>
          {WORDS.layoutSigns}: {layout.legend.map(({ sign, meaning }) => `${sign} ${meaning}`).join("、")}
        </p>
      ) : null}
    </Section>
  );
}

/** Another sheet, another table of it, a header of several lines, or columns as they were kept. */
function Otherwise({
  layout: { sheet, sheets, table, tables, header },
  mappings,
  prefix,
}: {
  layout: Layout;
  mappings: readonly string[];
  prefix: string;
}) {
  const command = `${prefix}.match`;
  const named = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }));
  return (
    <div className="flex flex-wrap items-end gap-x-8 gap-y-2">
      {sheets.length > 1 ? (
        <CommandForm
          command={command}
          submit={WORDS.sheetRead}
          kind="secondary"
          values={{ sheet: sheet ?? "" }}
        >
          <SelectField label={WORDS.sheet} name="sheet" options={named(sheets)} />
        </CommandForm>
      ) : null}
      {tables.length > 1 ? (
        <CommandForm
          command={command}
          submit={WORDS.blockRead}
          kind="secondary"
          values={{ block: String(table) }}
        >
          <SelectField
            label={WORDS.block}
            name="block"
            options={tables.map((title, at) => ({ value: String(at + 1), label: `${at + 1} ${title}` }))}
          />
        </CommandForm>
      ) : null}
      <CommandForm command={command} submit={WORDS.headerRead} kind="secondary" values={{ header }}>
        <input type="hidden" name="block" value={table} />
        <TextField label={WORDS.headerLines} hint={WORDS.headerHint} name="header" />
      </CommandForm>
      {mappings.length > 0 ? (
        <CommandForm command={command} submit={WORDS.mappingRead} kind="secondary">
          <input type="hidden" name="block" value={table} />
          <SelectField label={WORDS.mapping} name="mapping" options={named(mappings)} />
        </CommandForm>
      ) : null}
    </div>
  );
}

function FirstLines({ layout: { lines, columns, table }, prefix }: { layout: Layout; prefix: string }) {
  return (
    <ScrollsSideways label={WORDS.layout} className="my-4">
      <table className="border-collapse text-std-16N-170">
        <caption className="sr-only">{WORDS.layout}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${CELL} text-left`}>
              {WORDS.line}
            </th>
            <td />
            {columns.map(({ key, label, tone }) => (
              <th key={key} scope="col" className={`${CELL} border-b text-left ${TONE[tone]}`}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, kind, cells }) => (
            <tr
              key={line}
              className={kind === "header" ? "border-y-2 border-blue-900 font-bold" : "border-b"}
            >
              <th scope="row" className="whitespace-nowrap px-2 py-1 text-left font-normal">
                {line.toLocaleString("ja")} {WORDS.lineKinds[kind]}
              </th>
              <td className="whitespace-nowrap px-2">
                {kind === "header" ? null : (
                  <CommandForm command={`${prefix}.match`} submit={WORDS.headerHere(line)} kind="plain">
                    <input type="hidden" name="block" value={table} />
                    <input type="hidden" name="header" value={line} />
                  </CommandForm>
                )}
              </td>
              {kind === "above" ? (
                <td colSpan={columns.length} className="max-w-xl truncate px-2 text-solid-gray-600">
                  {cells.filter(Boolean).join("　")}
                </td>
              ) : (
                columns.map(({ key, tone }, at) => (
                  <td key={key} className={`${CELL} ${TONE[tone]}`}>
                    {cells[at]}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollsSideways>
  );
}
