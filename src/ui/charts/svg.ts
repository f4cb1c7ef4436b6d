import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { INK } from "./svg-ink.ts";

export { INK } from "./svg-ink.ts";

export type ChartText = Readonly<{
  /** Becomes the prefix of the ids inside, so it must be the only one on its page. */
  id: string;
  /** What the chart shows, in one sentence: the name that a screen reader says. */
  title: string;
  /** What a person who does not see it has to know. */
  description: string;
}>;

/** Shades from low to high, distinguishable in grey. Values are also written as text, so no reader depends on a shade. */
export const SHADES = [
  { fill: "#f2f4fd", ink: "#333333" },
  { fill: "#c5cef6", ink: "#333333" },
  { fill: "#8f9fec", ink: "#1a1a1a" },
  { fill: "#4a60d6", ink: "#ffffff" },
  { fill: "#0017c1", ink: "#ffffff" },
] as const;

/** The shade of one of so many classes, counted from 0; the classes are spread over all shades. */
export const shadeOf = (at: number, classes: number): (typeof SHADES)[number] =>
  SHADES[classes < 2 ? 0 : Math.round((at * (SHADES.length - 1)) / (classes - 1))]!;

/** What stands for a place without a figure: white, with a broken line around it. */
export const NO_FIGURE = { fill: "#ffffff", ink: INK.text, stroke: INK.compare, dash: "3 3" } as const;

/** A chart for a wide and for a narrow screen, of which a style sheet shows one. */
export const inTwoWidths = <Chart extends ChartText>(
  draw: (chart: Chart & { width: number }) => string,
  chart: Chart,
): { wide: string; narrow: string } => ({
  wide: draw({ ...chart, id: `${chart.id}-w`, width: 720 }),
  narrow: draw({ ...chart, id: `${chart.id}-n`, width: 358 }),
});

export const NARROW_BELOW = 500;

const TOLD = "figure: ";
/** The channel of a mark by which each of its figures can be told at the pointer and by the keyboard. */
export const told = <Datum>(words: (datum: Datum) => string) => ({
  ariaLabel: (datum: Datum) => `${TOLD}${words(datum)}`,
});

/** Limits of an axis with room on both sides, and from zero where that is near. */
export function paddedDomain(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low || Math.abs(high) * 0.2 || 1) * 0.12;
  const floor = low >= 0 && low - room < (high - low) * 0.6 ? 0 : low - room;
  return [floor, high + room];
}

/**
 * Draws a plot to an SVG string. The style element that Plot adds is taken out, because the content policy of the
 * pages refuses it and a PDF has no use for it; names and descriptions are put in.
 */
export function drawSvg(text: ChartText, options: Plot.PlotOptions): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const svg = Plot.plot({ ...options, document });
  for (const style of svg.querySelectorAll("style")) style.remove();
  svg.removeAttribute("class");
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  // For paper; a page's style sheet says otherwise.
  svg.setAttribute("font-family", "BIZ UDGothic");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", `${text.id}-title`);
  svg.setAttribute("aria-describedby", `${text.id}-desc`);
  // The groups inside name themselves in English ("line", "tick label"), to nobody's use; a figure's own words stay, for the
  // script that shows them at the pointer (src/ui/enhance/charts.ts).
  for (const part of svg.querySelectorAll("[aria-label]")) {
    const words = part.getAttribute("aria-label") ?? "";
    if (words.startsWith(TOLD)) part.setAttribute("data-value", words.slice(TOLD.length));
    part.removeAttribute("aria-label");
  }
  const head = [
    ["title", text.title],
    ["desc", text.description],
  ] as const;
  for (const [name, words] of head.toReversed()) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    element.setAttribute("id", `${text.id}-${name}`);
    element.textContent = words;
    svg.insertBefore(element as unknown as Node, svg.firstChild);
  }
  return shorten(svg.outerHTML);
}

/** A tenth of a pixel is finer than any screen; the rest of the digits is half the weight of a chart. */
function shorten(svg: string): string {
  return svg.replace(/ (d|transform|points|x|y|x1|x2|y1|y2)="[^"]*"/g, (attribute) =>
    attribute.replace(/-?\d+\.\d{2,}/g, (digits) => String(Math.round(Number(digits) * 10) / 10)),
  );
}

/** Breaks a label into lines of at most that many full-width characters. */
export function wrapLabel(label: string, longest: number): string[] {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const character of label) {
    const step = character.charCodeAt(0) < 0x2e80 ? 0.55 : 1;
    const space = character === " " || character === "　";
    // A closing sign begins no line.
    if ((width + step > longest && !/[）」、。]/.test(character)) || (space && width > longest * 0.6)) {
      lines.push(line);
      line = space ? "" : character;
      width = space ? 0 : step;
    } else {
      line += character;
      width += step;
    }
  }
  return line ? [...lines, line] : lines;
}

/**
 * Moves labels apart that would lie on each other, as little as needed, within the drawing's height.
 * `at` is where each would like to be, `height` what it needs.
 */
export function spread(
  wishes: readonly { at: number; height: number }[],
  top: number,
  bottom: number,
): number[] {
  const order = wishes.map((_, i) => i).sort((a, b) => wishes[a]!.at - wishes[b]!.at);
  const places = wishes.map((wish) => wish.at);
  let edge = top;
  for (const i of order) {
    places[i] = Math.max(places[i]!, edge + wishes[i]!.height / 2);
    edge = places[i]! + wishes[i]!.height / 2;
  }
  edge = bottom;
  for (const i of order.toReversed()) {
    places[i] = Math.min(places[i]!, edge - wishes[i]!.height / 2);
    edge = places[i]! - wishes[i]!.height / 2;
  }
  return places;
}
