import { TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";
import type { AreaBrowse, AreaRow } from "../browse/usecases.server.ts";
import { endedOn, found, kindLabel, type Language, TEXT } from "../messages.ts";

/** The areas that were found, in one table; those of a prefecture under the heading of each kind. */
export function Findings({
  rows,
  language,
  limit,
  wrongCode,
  grouped,
}: Pick<AreaBrowse, "rows" | "wrongCode"> & { language: Language; limit: number; grouped: boolean }) {
  if (rows === undefined || wrongCode) return null;
  if (rows.length === 0) return <Empty title={TEXT.none[language]}>{TEXT.noneNext[language]}</Empty>;
  if (!grouped)
    return (
      <>
        <p className="mt-4 text-std-16N-170">{found(rows.length, limit, language)}</p>
        <AreaTable rows={rows} language={language} caption={TEXT.title[language]} full />
      </>
    );
  // The prefecture itself is the page's heading.
  const kinds = Map.groupBy(
    rows.filter((row) => row.kind !== "prefecture"),
    (row) => row.kind,
  );
  return [...kinds].map(([kind, areas]) => (
    <Section key={kind} title={kindLabel(kind, language)}>
      <AreaTable rows={areas} language={language} caption={kindLabel(kind, language)} full={false} />
    </Section>
  ));
}

function AreaTable({
  rows,
  language,
  caption,
  full,
}: {
  rows: readonly AreaRow[];
  language: Language;
  caption: string;
  /** With the kind and the prefecture, where rows of many are mixed. */
  full: boolean;
}) {
  const query = language === "en" ? "?lang=en" : "";
  const has = (test: (row: AreaRow) => unknown) => rows.some(test);
  const columns: Column<AreaRow>[] = [
    {
      key: "name",
      head: TEXT.name[language],
      cell: (row) => (
        <span className="block min-w-32">
          <TextLink to={`/areas/${row.slug}${query}`}>{full ? row.fullName : row.name}</TextLink>
          {row.validTo ? (
            <span className="ml-2 text-dns-14N-130">（{endedOn[language](row.validTo)}）</span>
          ) : null}
        </span>
      ),
    },
  ];
  if (has((row) => row.kana))
    columns.push({ key: "kana", head: TEXT.kana[language], cell: (row) => row.kana ?? "" });
  if (full)
    columns.push({ key: "kind", head: TEXT.kind[language], cell: (row) => kindLabel(row.kind, language) });
  if (has((row) => row.code))
    columns.push({ key: "code", head: TEXT.code[language], cell: (row) => row.code ?? "" });
  if (has((row) => row.members.length > 0))
    columns.push({
      key: "members",
      head: TEXT.members[language],
      cell: (row) => (
        <>
          {row.members.join("、")}
          {row.assumed ? <span className="ml-2 text-dns-14N-130">［{TEXT.assumed[language]}］</span> : null}
        </>
      ),
    });
  return <Table caption={caption} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
