import { TextLink } from "./button.tsx";
import { ChartSvg } from "./charts/chart.tsx";
import { Notice } from "./notice.tsx";
import { Section } from "./page.tsx";
import { ScrollsSideways } from "./scroll.tsx";

type Cell = Readonly<{ text: string; href?: string }>;
type Block =
  | Readonly<{ kind: "paragraph"; text: string }>
  | Readonly<{ kind: "list"; items: readonly Cell[] }>
  | Readonly<{
      kind: "table";
      caption: string;
      head: readonly Readonly<{ text: string; right?: boolean }>[];
      rows: readonly (readonly Cell[])[];
    }>
  | Readonly<{ kind: "chart"; svg: string; narrow?: string; text: string }>
  | Readonly<{ kind: "picture"; href: string; text: string }>;

/** A document of plain data as a page, with the same parts that its printed forms have. */
export function DocumentView({
  notes,
  sections,
}: {
  notes: readonly string[];
  sections: readonly Readonly<{ heading: string; blocks: readonly Block[] }>[];
}) {
  return (
    <>
      {notes.map((note) => (
        <Notice key={note} title={note} />
      ))}
      {sections.map((section) => (
        <Section key={section.heading} title={section.heading}>
          <DocumentBlocks blocks={section.blocks} />
        </Section>
      ))}
    </>
  );
}

/** Parts of a document on a page that is more than the document. */
export const DocumentBlocks = ({ blocks }: { blocks: readonly Block[] }) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: a document does not change its order
  blocks.map((block, index) => <BlockView key={index} block={block} />);

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case "paragraph":
      return <p className="my-2 max-w-3xl whitespace-pre-line">{block.text}</p>;
    case "list":
      return (
        <ul className="mt-4 list-disc pl-6 first:mt-0">
          {block.items.map((item) => (
            <li key={item.text}>
              <CellView cell={item} />
            </li>
          ))}
        </ul>
      );
    case "chart":
      return block.narrow ? (
        <ChartSvg wide={block.svg} narrow={block.narrow} />
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own charts, which escape what they write
        <div className="my-4 max-w-3xl overflow-x-auto" dangerouslySetInnerHTML={{ __html: block.svg }} />
      );
    case "picture":
      return (
        <figure className="my-4">
          <img src={block.href} alt={block.text} className="max-h-80 max-w-full" loading="lazy" />
          <figcaption className="text-dns-14N-130 text-solid-gray-800">{block.text}</figcaption>
        </figure>
      );
    case "table":
      return <TableView block={block} />;
  }
}

function TableView({ block }: { block: Extract<Block, { kind: "table" }> }) {
  // On a phone a table scrolls rather than breaking words into columns of single characters.
  const side = (index: number) =>
    block.head[index]?.right ? "min-w-24 text-right tabular-nums" : "min-w-32 text-left";
  const figure = (index: number) => (block.head[index]?.right ? "whitespace-nowrap" : "");
  return (
    <ScrollsSideways label={block.caption} className="my-4">
      <table className="w-full border-collapse text-std-16N-170">
        <caption className="py-2 text-left text-std-16B-170">{block.caption}</caption>
        <thead>
          <tr className="border-y border-solid-gray-420 bg-solid-gray-50">
            {block.head.map((head, index) => (
              <th key={head.text} scope="col" className={`px-3 py-2 text-std-16B-170 ${side(index)}`}>
                {head.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a document may be alike and do not move
            <tr key={at} className="border-b border-solid-gray-200 align-top">
              {row.map((cell, index) => (
                <td
                  key={block.head[index]?.text ?? index}
                  className={`px-3 py-2 ${side(index)} ${figure(index)}`}
                >
                  <CellView cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollsSideways>
  );
}

const CellView = ({ cell }: { cell: Cell }) =>
  cell.href ? <TextLink to={cell.href}>{cell.text}</TextLink> : cell.text;
