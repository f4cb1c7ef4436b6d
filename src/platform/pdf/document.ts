/** A document as plain data, of which a page, a PDF and an editable text are made alike. Domain-free. */
export type PrintDocument = Readonly<{
  title: string;
  subtitle: string;
  /** What the reader must know before the rest: how it was made, what was corrected. */
  notes: readonly string[];
  sections: readonly DocumentSection[];
  /** The first page of what is handed over: by whom, of what, when. With one come a table of contents and a running head. */
  cover?: DocumentCover;
  /** What the pictures show, by their address in the app. */
  pictures?: Readonly<Record<string, Uint8Array>>;
  /** The day (2026-11-30) that a PDF bears as that of its making; without one it is the moment, and no two are the same. */
  madeOn?: string;
}>;

export type DocumentCover = Readonly<{
  office: string;
  /** Stands over the title, as the year. */
  over: string;
  title: string;
  place: string;
  figures: readonly Readonly<{ label: string; value: string; unit: string }>[];
  issuer: readonly string[];
  issued: string;
}>;

export type DocumentSection = Readonly<{ heading: string; blocks: readonly DocumentBlock[] }>;

export type DocumentBlock =
  | Readonly<{ kind: "paragraph"; text: string }>
  | Readonly<{ kind: "list"; items: readonly DocumentCell[] }>
  | Readonly<{
      kind: "table";
      caption: string;
      head: readonly Readonly<{ text: string; right?: boolean }>[];
      rows: readonly (readonly DocumentCell[])[];
    }>
  /** `svg` is drawn, on a phone `narrow` where there is one; `text` is what somebody who does not see it is told. */
  | Readonly<{ kind: "chart"; svg: string; narrow?: string; text: string; figures?: ChartFigures }>
  /** `text` is its caption; whoever does not see it is told it too. */
  | Readonly<{ kind: "picture"; href: string; text: string }>;

/** What a chart shows, for files that draw it themselves and let it be edited. */
export type ChartFigures = Readonly<{
  form: "bars" | "lines";
  title: string;
  unit: string;
  categories: readonly string[];
  /** The first is the one that the chart is about. Null: no figure is known. */
  series: readonly Readonly<{ name: string; values: readonly (number | null)[] }>[];
}>;

/** `href` leads to the rows behind a figure, as a path of this app. */
export type DocumentCell = Readonly<{ text: string; href?: string }>;
