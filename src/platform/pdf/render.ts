import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const require = createRequire(import.meta.url);
const fontFolder = (name: string) => dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));

/** The last family has the rare kanji of names (𠮷, 髙) that the first one lacks. */
export const PDF_FONTS = ["BIZ UDGothic", "Noto Sans JP"] as const;

const FILES = [
  join(fontFolder("biz-udgothic"), "400Regular", "BIZUDGothic_400Regular.ttf"),
  join(fontFolder("biz-udgothic"), "700Bold", "BIZUDGothic_700Bold.ttf"),
  join(fontFolder("noto-sans-jp"), "400Regular", "NotoSansJP_400Regular.ttf"),
  join(fontFolder("noto-sans-jp"), "700Bold", "NotoSansJP_700Bold.ttf"),
];

let fonts: NodeCompiler | undefined;

/**
 * A Typst document as an accessible PDF (PDF/UA-1: tagged, titled, with the language and text for each picture; a
 * source that lacks one of them does not compile). The source reads its inputs with `json(bytes(sys.inputs.data))`.
 *
 * The fonts are read once for the process; a document takes some ten milliseconds after that.
 */
export function renderPdf(source: string, inputs: Readonly<Record<string, unknown>>): Buffer {
  fonts ??= NodeCompiler.create({ fontArgs: [{ fontPaths: FILES }] });
  const pdf = fonts.pdf(
    { mainFileContent: source, inputs: { data: JSON.stringify(inputs) } },
    { pdfStandard: "ua-1", pdfTags: true },
  );
  fonts.evictCache(10);
  return pdf;
}
