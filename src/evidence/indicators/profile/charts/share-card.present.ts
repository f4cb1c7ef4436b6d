import { INK, JUDGED } from "#ui/charts/svg-ink.ts";
import { listedRow } from "../listing/rules.ts";
import { type Language, showNumber } from "../messages.ts";
import type { PresentedProfile } from "../present.ts";
import { isCompared } from "../standing/rules.ts";
import { TEXT } from "../wording/messages.ts";

const [WIDTH, HEIGHT] = [1200, 630];
const LINES = 3;

const safe = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A card for messages: whose profile it is, and what is worse there, each with its figure. */
export function shareCard(profile: PresentedProfile, language: Language): string {
  const rows = profile.worsening.length > 0 ? profile.worsening.map(({ row }) => row) : profile.indicators;
  const compared = profile.indicators.filter((row) => isCompared(listedRow(row).standing)).length;
  const lead =
    profile.worsening.length > 0
      ? TEXT.worsening[language](profile.worsening.length, TEXT.nation[language])
      : compared === 0
        ? TEXT.nothingCompared[language]
        : TEXT.worseningNone[language](compared);
  const lines = rows
    .filter(({ latest }) => latest.value !== null)
    .slice(0, LINES)
    .map(({ indicator, latest, stratum_name }) => ({
      name: `${indicator.name}${stratum_name ? `（${stratum_name}）` : ""}`,
      figure: `${showNumber(latest.value!, indicator.decimals)}${indicator.unit === "percent" ? "%" : ""}`,
    }));
  const text = (x: number, y: number, size: number, words: string, more = "") =>
    `<text x="${x}" y="${y}" font-size="${size}" fill="${INK.text}" ${more}>${safe(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="BIZ UDPGothic, sans-serif">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/><rect width="${WIDTH}" height="16" fill="${INK.main}"/>`,
    text(64, 120, 52, TEXT.title[language](profile.area.name), 'font-weight="bold"'),
    text(64, 190, 32, lead),
    ...lines.flatMap(({ name, figure }, at) => [
      text(64, 300 + at * 96, 34, name),
      text(
        WIDTH - 64,
        304 + at * 96,
        56,
        figure,
        `font-weight="bold" text-anchor="end" style="fill:${profile.worsening.length > 0 ? JUDGED.bad : INK.main}"`,
      ),
      `<line x1="64" x2="${WIDTH - 64}" y1="${330 + at * 96}" y2="${330 + at * 96}" stroke="${INK.grid}"/>`,
    ]),
    text(64, HEIGHT - 32, 26, "結 Yui"),
    "</svg>",
  ].join("");
}
