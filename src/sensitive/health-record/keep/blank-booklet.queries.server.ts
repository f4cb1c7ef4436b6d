import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { renderPdf } from "#platform/pdf/render.ts";
import type { BookletLanguage } from "./booklet.messages.ts";
import { BOOKLET, type Paper, presentBooklet } from "./booklet.present.ts";

const rendered = new Map<string, Buffer>();
let of: PlainDate | undefined;

/** The blank booklet. Anybody may ask for it, as often as they like: it is made once a day for each paper and language. */
export function blankBooklet(paper: Paper, language: BookletLanguage, today: PlainDate): Buffer {
  if (of !== today) rendered.clear();
  of = today;
  const key = `${paper}.${language}`;
  const pdf =
    rendered.get(key) ?? renderPdf(BOOKLET, presentBooklet([], { paper, language, printedOn: today }));
  rendered.set(key, pdf);
  return pdf;
}
