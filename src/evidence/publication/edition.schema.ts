import type { KindOfNothing, LinkedAxis } from "@yui/healthstats";

/** An axis of a published table: what its categories are called, and how they hang together. */
export type PublishedAxis = Readonly<{
  name: string;
  label: string;
  categories: readonly Readonly<{ key: string; label: string }>[];
  /** What the total is called; without a name none is published. Of an overlapping axis: all, in whatever category. */
  total?: string;
  /** The total stands before the categories. */
  totalFirst?: boolean;
  /** Categories that are counted and not published, such as the rest beside what was asked about. */
  unpublished?: readonly string[];
  /** Categories whose counts are no secret, such as who left a question blank. */
  open?: readonly string[];
  /** What is counted may be in several categories; the counts then hold one more, of all. */
  overlapping?: boolean;
  groups?: LinkedAxis["groups"];
}>;

export type DeclaredTable = Readonly<{
  key: string;
  title: string;
  note?: string;
  /** What is counted. Tables of the same are suppressed together: their totals, and cells of the same categories, are one. */
  of: string;
  /** Whether its cells count persons (or what stands for one, such as a workplace's request): then small ones are hidden. */
  persons: boolean;
  /** What a cell of the only column is called, where there is one axis. */
  unit: string;
  axes: readonly PublishedAxis[];
}>;

/** A figure made of persons, such as a median: shown where at least ten stand behind it. */
export type DeclaredFigure = Readonly<{ key: string; title: string; unit: string }>;

/** What a module publishes: which tables, of what, and what of them may be shown. */
export type Publication = Readonly<{
  name: string;
  title: string;
  source: string;
  /** "hidden": 0 looks like 1 to 9. */
  zero: "shown" | "hidden";
  /** The smallest count that may be shown, where a provider asked for more than ten. */
  smallest?: number;
  tables: readonly DeclaredTable[];
  figures?: readonly DeclaredFigure[];
}>;

/** A count, or why there is none. */
export type Count = number | Exclude<KindOfNothing, "zero" | "hidden">;
export type EditionCounts = Readonly<{
  /** Of each table its body in row-major order; a table that is left out is not part of this edition. */
  tables: Readonly<Record<string, readonly Count[]>>;
  figures?: Readonly<Record<string, Readonly<{ value: number | null; persons: number }>>>;
}>;

/** A cell as it went out: a number (0 among them), or the kind of nothing that stands there. */
export type Cell = number | Exclude<KindOfNothing, "zero">;
/** Cells in the order of `linkedPlaces`; null where the table publishes none. */
export type EditionTable = DeclaredTable & Readonly<{ cells: readonly (Cell | null)[] }>;
export type Period = Readonly<{ key: string; label: string }>;

/** An edition as it went out, with all words that it needs: it is read without its declaration, which may change. */
export type EditionContent = Readonly<{
  publication: string;
  title: string;
  source: string;
  zero: Publication["zero"];
  period: Period;
  tables: readonly EditionTable[];
  figures: readonly (DeclaredFigure & Readonly<{ cell: Cell }>)[];
}>;

export type EditionName = Readonly<{ publication: string; period: string; number: number }>;
export type Edition = EditionName &
  Readonly<{
    content: EditionContent;
    madeAt: Date;
    withdrawnAt: Date | null;
    withdrawnFor: string;
    /** Whether a later one replaced it. */
    replaced: boolean;
  }>;
