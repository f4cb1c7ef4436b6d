import type { Stamp } from "#foundation/authority/public.ts";

/** The last link of an area's chain: area, number, hash. */
export type Head = readonly [area: string, seq: number, hash: string];

/** One line of the file of heads; `restored` where a backup was put back, and all heads begin anew. */
export type HeadsLine = Readonly<{ at: string; restored?: true; heads: readonly Head[]; mac: string }>;

const macOf = (stamp: Stamp, before: string, { at, restored, heads }: Omit<HeadsLine, "mac">) =>
  stamp(JSON.stringify(["yui-heads-1", before, at, restored ?? false, heads]));

/** The line to append, bound to the one before it. */
export const headsLine = (
  stamp: Stamp,
  before: HeadsLine | undefined,
  line: Omit<HeadsLine, "mac">,
): HeadsLine => ({
  ...line,
  mac: macOf(stamp, before?.mac ?? "", line),
});

/** What a file of heads vouches for: the last head of each area, and whether the file is as it was written. */
export function readHeads(
  stamp: Stamp,
  text: string,
): { heads: Map<string, Head>; last?: HeadsLine; intact: boolean } {
  const heads = new Map<string, Head>();
  let last: HeadsLine | undefined;
  for (const written of text.split("\n").filter(Boolean)) {
    const line = parse(written);
    if (!line || line.mac !== macOf(stamp, last?.mac ?? "", line))
      return { heads, ...(last ? { last } : {}), intact: false };
    if (line.restored) heads.clear();
    for (const head of line.heads) heads.set(head[0], head);
    last = line;
  }
  return { heads, ...(last ? { last } : {}), intact: true };
}

function parse(text: string): HeadsLine | undefined {
  try {
    return JSON.parse(text) as HeadsLine;
  } catch {
    return undefined;
  }
}
