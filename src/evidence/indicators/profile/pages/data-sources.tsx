import { TextLink } from "#ui/button.tsx";
import { CATALOGUE_TEXT } from "../../catalogue/published-table.messages.ts";
import type { IndicatorTables } from "../../catalogue/published-table.present.ts";
import type { Language } from "../messages.ts";

type Table = IndicatorTables["tables"][number];

/** Where an indicator is published, in which file and column, and whether that can be brought in as it is. */
export function DataSources({ sources, language }: { sources: IndicatorTables; language: Language }) {
  const ready = sources.tables.filter(({ state }) => state === "ready");
  const other = sources.tables.filter(({ state }) => state !== "ready");
  return (
    <section>
      <h2 className="mt-10 border-t border-solid-gray-300 pt-6 text-std-22B-150" id="data">
        {CATALOGUE_TEXT.title[language]}
      </h2>
      {sources.why ? <p className="mt-3">{sources.why}</p> : null}
      <Tables title={CATALOGUE_TEXT.ready[language]} tables={ready} language={language} />
      <Tables title={CATALOGUE_TEXT.other[language]} tables={other} language={language} />
    </section>
  );
}

function Tables({
  title,
  tables,
  language,
}: {
  title: string;
  tables: readonly Table[];
  language: Language;
}) {
  if (tables.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 text-std-18B-160">{title}</h3>
      <ul className="mt-2 list-disc pl-6">
        {tables.map((table) => (
          <li key={table.code} className="my-2">
            <strong>{table.name}</strong>（{table.owner}）
            <span className="block">
              {table.url ? <TextLink to={table.url}>{table.where}</TextLink> : table.where}
            </span>
            <span className="block">{`${CATALOGUE_TEXT.file[language]}: ${table.file}　${CATALOGUE_TEXT.column[language]}: ${table.column}`}</span>
            <span className="block text-dns-14N-130">
              {[
                CATALOGUE_TEXT.states[table.state][language] + (table.readOn ? `（${table.readOn}）` : ""),
                table.note,
              ]
                .filter(Boolean)
                .join("。")}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
