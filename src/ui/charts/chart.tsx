import type { ReactNode } from "react";
import { TextLink } from "../button.tsx";

/** A chart drawn by the server, for a wide and for a narrow screen; a style sheet shows one of the two. */
export function ChartSvg({ wide, narrow }: { wide: string; narrow: string }) {
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by drawSvg(), which escapes every text */}
      <div className="chart mt-3 hidden sm:block" dangerouslySetInnerHTML={{ __html: wide }} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by drawSvg(), which escapes every text */}
      <div className="chart mt-3 sm:hidden" dangerouslySetInnerHTML={{ __html: narrow }} />
    </>
  );
}

/** A chart under the sentence that it shows, with its source, the way to its file, and its table where none stands near. */
export function ChartFigure({
  title,
  chart,
  source,
  legend,
  csv,
  table,
  level = 3,
}: {
  title: string;
  chart: { wide: string; narrow: string };
  source: ReactNode;
  /** What shades and signs mean, in words. */
  legend?: ReactNode;
  csv?: { to: string; label: string };
  table?: { label: string; content: ReactNode };
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <figure className="my-8">
      <Heading className="text-std-20B-150">{title}</Heading>
      <ChartSvg {...chart} />
      <figcaption className="mt-2 text-dns-14N-130 text-solid-gray-800">
        {legend ? <div>{legend}</div> : null}
        <div>{source}</div>
        {csv ? (
          <p className="no-print mt-1">
            <TextLink to={csv.to} reload>
              {csv.label}
            </TextLink>
          </p>
        ) : null}
      </figcaption>
      {table ? (
        <details className="mt-2">
          <summary className="no-print inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
            {table.label}
          </summary>
          {table.content}
        </details>
      ) : null}
    </figure>
  );
}
