import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { BodyInput } from "../schema.ts";
import type { PlacedBody, TreeLine } from "./schema.ts";

/** Parents before their children; a body whose parent is not among these stands at the top. */
export function treeOf(bodies: readonly PlacedBody[]): TreeLine[] {
  const known = new Set(bodies.map((body) => body.id));
  const below = Map.groupBy(bodies, (body) =>
    body.parentId !== null && known.has(body.parentId) ? body.parentId : null,
  );
  const linesUnder = (id: string | null, depth: number): TreeLine[] =>
    (below.get(id) ?? []).flatMap((body) => [{ ...body, depth }, ...linesUnder(body.id, depth + 1)]);
  return linesUnder(null, 0);
}

const FIELDS = BodyInput.keyof().options;

/** What a form shows of a body, to tell whether another has changed it since. */
export const printOf = (body: BodyInput): string => fingerprintOf(FIELDS.map((field) => body[field]));

/** The fields in which the two differ. */
export const differing = (body: BodyInput, other: BodyInput): (keyof BodyInput)[] =>
  FIELDS.filter((field) => body[field] !== other[field]);
