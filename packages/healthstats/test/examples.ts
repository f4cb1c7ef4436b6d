/** The examples of a README: code that comes first, and lines whose value stands behind an arrow. */
export type Examples = Readonly<{
  setup: string;
  lines: readonly Readonly<{ code: string; says: string }>[];
}>;

const BLOCK = /```js( setup)?\n([\s\S]*?)```/g;
const LINE = /([\s\S]*?);\s*\/\/ → (.*)\n/g;

export function examplesIn(text: string): Examples {
  let setup = "";
  const lines: { code: string; says: string }[] = [];
  for (const [, isSetup, code] of text.matchAll(BLOCK)) {
    if (isSetup || !code!.includes("// →")) setup += isSetup ? code! : "";
    else
      for (const [, one, says] of code!.matchAll(LINE)) lines.push({ code: one!.trim(), says: says!.trim() });
  }
  return { setup, lines };
}

/** A program that prints the value of each line as JSON. */
export const programOf = ({ setup, lines }: Examples): string =>
  [
    'import * as hs from "@yui/healthstats";',
    setup,
    `console.log(JSON.stringify([${lines.map(({ code }) => `(${code})`).join(",\n")}]));`,
  ].join("\n");
