import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import type { Permit, Policy, Reach, Subject } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import type { Meaning } from "#platform/tables/columns.ts";
import type { Choices, ImportBatch, ImportId, RejectedRow } from "#platform/tables/import.ts";
import type { TableIn } from "#platform/tables/table-in.ts";

/** An import, and the areas in which the person who began it may write. */
export type ImportSubject = Subject & Readonly<{ reach: ImportBatch["reach"] }>;

/** How a module lets its table in: by which policy, under which names, for whose areas. */
export type TableImport<P extends Permit, M extends Meaning, C extends Choices, W, X> = Readonly<{
  table: TableIn<P, M, C, W>;
  policy: Policy<string>;
  /** Its commands are called `prefix.begin`, `prefix.check`, and so on. */
  prefix: string;
  /** The areas in which an actor may write rows; what is read from a file is held to them. */
  reachOf(actor: Actor): ImportBatch["reach"];
  /** Under which reach the service does the work that somebody with such a reach asked for. */
  within(subject: Readonly<{ area: AreaId; reach: readonly AreaId[] }>): Reach;
  /** The areas whose imports an actor sees in the list. */
  listed(actor: Actor): readonly AreaId[] | "all";
  /** What else its page is shown with. */
  view?(permit: P, batch: ImportBatch<M, C>): Promise<X>;
}>;

/** What the address of an import names: its id, and its area where the address says that too. */
export const OneImport = z.object({ id: rowId<ImportId>(), area: areaId.optional() });
/** Its rows to be mended, from after that line on. */
export const ImportFrom = OneImport.extend({ after: z.number().default(0) });
/** The imports of all areas for which somebody works, or of one, from before that import on. */
export const ImportList = z.object({ area: areaId.optional(), before: rowId<ImportId>().optional() });

/** A page of rows to be mended; `next` is the line after which the following ones begin. */
export type RejectedPage = Readonly<{ rejected: readonly RejectedRow[]; next: number | undefined }>;

export type ImportView<M extends Meaning = Meaning, C extends Choices = Choices, X = unknown> = RejectedPage &
  Readonly<{
    batch: ImportBatch<M, C>;
    /** The names of who brought the file, and of who took it back or brought it back. */
    who: string;
    stateWho: string;
    /** When a file of the same content was taken in before. */
    sameFile: Date | undefined;
    /** The names of mappings that were kept. */
    mappings: readonly string[];
    more: X;
  }>;
