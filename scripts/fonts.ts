import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";

/**
 * Makes the fonts that every page loads (see decision 0028): `npm run fonts`, after characters.json was changed. They are
 * kept in the repository, so that a browser that has them need not load them again after each release.
 */
const ROOT = join(import.meta.dirname, "..");
const FONTS = join(ROOT, "src", "ui", "fonts");
const MODULES = join(ROOT, "node_modules");

const LATIN = range(0x20, 0x7e);
/** What nearly every page shows, whatever it is about. */
const COMMON = `${LATIN}${range(0x3041, 0x3096)}${range(0x30a1, 0x30fc)}、。「」『』（）〈〉【】［］〜～…‥―–—−“”‘’！？％：；／＋－＝＆　々〆·±×÷≤≥²³→←↑↓↕✓①②③④⑤▲▼△▽●○◎■□※`;

/** The kanji that visitors' pages show most, counted on such pages; bold ones stand in headings and labels. */
const { regular, bold } = JSON.parse(readFileSync(join(FONTS, "characters.json"), "utf8")) as Record<
  "regular" | "bold",
  string
>;

const TEXT = (weight: number) =>
  `@fontsource/biz-udpgothic/files/biz-udpgothic-japanese-${weight}-normal.woff2`;
const FIGURES = (file: string) => `@expo-google-fonts/biz-udgothic/${file}.ttf`;

for (const { name, source, characters } of [
  { name: "text-400", source: TEXT(400), characters: COMMON + regular },
  { name: "text-700", source: TEXT(700), characters: COMMON + bold },
  { name: "figures-400", source: FIGURES("400Regular/BIZUDGothic_400Regular"), characters: LATIN },
  { name: "figures-700", source: FIGURES("700Bold/BIZUDGothic_700Bold"), characters: "0123456789.,+-%" },
]) {
  // Hints and features weigh more than half of it; Windows, which alone uses the hints, has the font by itself.
  const font = await subsetFont(readFileSync(join(MODULES, source)), characters, {
    targetFormat: "woff2",
    noHinting: true,
    keepFeatures: [],
    noLayoutClosure: true,
  });
  writeFileSync(join(FONTS, `${name}.woff2`), font);
  process.stdout.write(`${name}: ${[...characters].length} characters, ${font.length} bytes\n`);
}

function range(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}
