/** A document as plain data, of which a page, a PDF and an editable text are made alike. Domain-free. */
export type PrintDocument = Readonly<{
  title: string;
  subtitle: string;
  /** What the reader must know before the rest: how it was made, what was corrected. */
  notes: readonly string[];
  sections: readonly DocumentSection[];
  /** The day (2026-11-30) that a PDF bears as that of its making; without one it is the moment, and no two are the same. */
  madeOn?: string;
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
  | Readonly<{ kind: "chart"; svg: string; narrow?: string; text: string }>;

/** `href` leads to the rows behind a figure, as a path of this app. */
export type DocumentCell = Readonly<{ text: string; href?: string }>;
