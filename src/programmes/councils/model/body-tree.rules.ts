import type { PlacedBody, TreeLine } from "./body-tree.schema.ts";

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
