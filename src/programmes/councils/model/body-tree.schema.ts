import type { Body } from "./body.schema.ts";

/** A body with its place among others, which may be another area's: that it exists is public, who sits in it is not. */
export type PlacedBody = Readonly<Pick<Body, "id" | "kind" | "name" | "parentId"> & { areaId: string }>;

/** A line of the tree; the further in, the deeper. */
export type TreeLine = PlacedBody & Readonly<{ depth: number }>;
