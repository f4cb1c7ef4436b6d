import type { Row } from "#platform/db/area-rows.ts";

/** A body with its place among others, which may be another area's: that it exists is public, who sits in it is not. */
export type PlacedBody = Row<"councilBody", "areaId" | "id" | "kind" | "name" | "parentId">;

/** A line of the tree; the further in, the deeper. */
export type TreeLine = PlacedBody & Readonly<{ depth: number }>;
