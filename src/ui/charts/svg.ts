import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";

/** Dark on white, told apart by thickness and dash as well: a print in grey and an eye without red see the same. */
export const INK = { main: "#0017c1", compare: "#4d4d4d", grid: "#d9d9d9", text: "#333333" } as const;

export type ChartText = Readonly<{
  /** Becomes the prefix of the ids inside, so it must be the only one on its page. */
  id: string;
  /** What the chart shows, in one sentence: the name that a screen reader says. */
  title: string;
  /** What a person who does not see it has to know. */
  description: string;
}>;

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
  // The groups inside name themselves in English ("line", "tick label"), to nobody's use.
  for (const part of svg.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
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
    if (width + step > longest || (space && width > longest * 0.6)) {
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
