/** A block of code of a walk-through, and the file whose name stands over it. */
export type Block = Readonly<{ path: string; language: string; code: string }>;

const BLOCK = /^`([^`\n]+)`\n\n```(\w+)\n([\s\S]*?)^```$/gm;

export const blocksOf = (text: string): Block[] =>
  [...text.matchAll(BLOCK)].map(([, path, language, code]) => ({
    path: path!,
    language: language!,
    code: code!,
  }));

/** How many lines run: imports, comments and blank lines say nothing of their own, and tests run nowhere. */
export const linesThatRun = (blocks: readonly Block[]): number =>
  blocks
    .filter(({ path }) => !/\.test\.ts$|\/testing\.ts$|\.md$/.test(path))
    .flatMap(({ language, code }) => {
      const lines = code.split("\n").filter((line) => language !== "diff" || line.startsWith("+"));
      return lines.filter((line) => !/^\+?(\s*$|import |\s*(\/\*\*|\*|\/\/|--))/.test(line));
    }).length;

/** The text with the lines that a block adds, each part of it found by the lines around. */
export function patched(text: string, diff: string): string {
  return diff
    .split(/^@@\n/m)
    .filter((part) => part !== "")
    .reduce((whole, part) => {
      const lines = part.trimEnd().split("\n");
      const join = (some: readonly string[]) => `${some.map((line) => line.slice(1)).join("\n")}\n`;
      const before = join(lines.filter((line) => !line.startsWith("+")));
      if (whole.split(before).length !== 2) throw new Error(`stands there not once: ${before}`);
      return whole.replace(before, () => join(lines));
    }, text);
}
