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

/** Whether a body stands below another, or is it. */
export function isBelow(bodies: readonly PlacedBody[], id: string, above: string): boolean {
  for (let at: string | null = id; at !== null; at = bodies.find((one) => one.id === at)?.parentId ?? null)
    if (at === above) return true;
  return false;
}
