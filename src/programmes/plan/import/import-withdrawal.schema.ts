/** An import of past years that stands, or was taken back. */
export type HeldImport = Readonly<{
  id: string;
  fileName: string | null;
  firstYear: number;
  lastYear: number;
  added: number;
  changed: number;
  by: string;
  at: Date;
  deletedAt: Date | null;
  deletedBy: string | null;
}>;

/** How many of its activities are removed, have their earlier figures again, or were deleted singly before. */
export type Standing = Readonly<{ removed: number; reverted: number; gone: number }>;
