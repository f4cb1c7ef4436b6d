import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { plainText } from "#platform/kernel/text.ts";

const require = createRequire(import.meta.url);
const fontFolder = (name: string) => dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));

/** The last family has the rare kanji of names (𠮷, 髙) that the first one lacks. */
const FILES = [
  join(fontFolder("biz-udpgothic"), "400Regular", "BIZUDPGothic_400Regular.ttf"),
  join(fontFolder("biz-udpgothic"), "700Bold", "BIZUDPGothic_700Bold.ttf"),
  join(fontFolder("biz-udgothic"), "400Regular", "BIZUDGothic_400Regular.ttf"),
  join(fontFolder("biz-udgothic"), "700Bold", "BIZUDGothic_700Bold.ttf"),
  join(fontFolder("noto-sans-jp"), "400Regular", "NotoSansJP_400Regular.ttf"),
  join(fontFolder("noto-sans-jp"), "700Bold", "NotoSansJP_700Bold.ttf"),
];

/** A picture that the source names by its path. */
export type PlacedFile = Readonly<{ path: string; content: Uint8Array }>;

/** Where the paths of pictures begin; none of them is a file there. */
const HERE = import.meta.dirname;

let fonts: NodeCompiler | undefined;

/** What Japanese printers set for a character that they don't have. */
const GETA = "〓";

/**
 * A Typst document as an accessible PDF (PDF/UA-1: tagged, titled, with the language and text for each picture; a
 * source that lacks one of them does not compile). The source reads its inputs with `json(bytes(sys.inputs.data))`.
 * A character that is in none of the fonts is set as 〓: somebody's text must not keep a document from being made.
 *
 * The fonts are read once for the process; a document takes some ten milliseconds after that.
 */
export function renderPdf(
  source: string,
  inputs: Readonly<Record<string, unknown>>,
  files: readonly PlacedFile[] = [],
): Buffer {
  try {
    return compile(source, inputs, plainText, files);
  } catch (error) {
    const missing = missingIn(error);
    if (missing.size === 0) throw error;
    const printable = (text: string) =>
      Array.from(plainText(text), (one) => (missing.has(one) ? replacementOf(one) : one)).join("");
    return compile(source, inputs, printable, files);
  }
}

function compile(
  source: string,
  inputs: Readonly<Record<string, unknown>>,
  printable: (text: string) => string,
  files: readonly PlacedFile[],
): Buffer {
  fonts ??= NodeCompiler.create({ workspace: HERE, fontArgs: [{ fontPaths: FILES }] });
  for (const { path, content } of files) fonts.mapShadow(join(HERE, path), Buffer.from(content));
  const data = JSON.stringify(inputs, (_name, value) =>
    typeof value === "string" ? printable(value) : value,
  );
  try {
    return fonts.pdf({ mainFileContent: source, inputs: { data } }, { pdfStandard: "ua-1", pdfTags: true });
  } finally {
    fonts.evictCache(10);
    for (const { path } of files) fonts.unmapShadow(join(HERE, path));
  }
}

/** The characters that a failed document names as not displayed, as they are or as `u{200d}`. */
function missingIn(error: unknown): ReadonlySet<string> {
  const said = String((error as { code?: unknown }).code);
  const named = [...said.matchAll(/the text `(.*?)` could not be displayed/g)].map((match) =>
    match[1]!
      .replace(/[\\"]/g, "")
      .replace(/u\{([0-9a-f]+)\}/g, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  );
  return new Set(named.flatMap((text) => [...text]));
}

/** Joiners and marks are no characters of their own. */
const replacementOf = (missing: string) => (/[\p{Cf}\p{M}]/u.test(missing) ? "" : GETA);
