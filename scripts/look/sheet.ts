import { join } from "node:path";
import type { Browser } from "playwright-core";

/** A page as one of us saw it. */
export type Shot = Readonly<{
  page: string;
  address: string;
  who: string;
  file: string;
  faults: readonly string[];
}>;

const safe = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The sheet as a page of HTML: every picture with where it was taken, as whom, and what was found there. */
export function sheetHtml(
  title: string,
  shots: readonly Shot[],
  notes: readonly string[],
  width: number,
): string {
  const cells = shots.map(
    ({ page, address, who, file, faults }) =>
      `<figure><figcaption><b>${safe(page)}</b> ${safe(who)}<br>${safe(address)}${faults
        .map((fault) => `<br><mark>${safe(fault)}</mark>`)
        .join(
          "",
        )}</figcaption><a href="${file}"><img loading="lazy" src="${file}" alt="${safe(page)}"></a></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>${safe(title)}</title><style>
body{margin:8px;background:#ddd;font:12px/1.3 sans-serif}
main{display:flex;flex-wrap:wrap;gap:8px;align-items:start}
figure{margin:0;width:${width}px;background:#fff;overflow-wrap:anywhere}
figcaption{padding:4px} img{width:100%;display:block} mark{background:#fc6}
</style><h1>${safe(title)}</h1><ul>${notes.map((note) => `<li>${safe(note)}`).join("")}</ul><main>${cells.join("\n")}</main>`;
}

/** The sheet as pictures, some pages in each, to be looked at without a browser. */
export async function sheetPictures(
  browser: Browser,
  folder: string,
  name: string,
  shots: readonly Shot[],
  { width, across }: { width: number; across: number },
): Promise<string[]> {
  const files: string[] = [];
  const page = await browser.newPage({ viewport: { width: (width + 8) * across + 16, height: 800 } });
  for (let at = 0; at < shots.length; at += across) {
    const html = sheetHtml(name, shots.slice(at, at + across), [], width).replaceAll('loading="lazy" ', "");
    const file = join(folder, `${name}-${String(at / across + 1).padStart(2, "0")}.png`);
    await page.goto(`file://${folder}/`);
    await page.setContent(html, { waitUntil: "load" });
    await page.screenshot({ path: file, fullPage: true });
    files.push(file);
  }
  await page.close();
  return files;
}
