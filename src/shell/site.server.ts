import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { micromark } from "micromark";
import type { App } from "#platform/app.ts";
import { receivingAreas } from "#programmes/support/public.ts";
import packageFile from "../../package.json" with { type: "json" };
import { SITE_PAGES, type SitePage } from "./messages.ts";

const SHIPPED = join(import.meta.dirname, "../../reference/site");

export const VERSION: string = packageFile.version;

type SiteText = Readonly<{ title: string; html: string }>;

/** Texts of the frame are few and seldom change: kept by where they were read, until the process ends. */
const kept = new Map<string, Promise<SiteText>>();

/**
 * What the operator says of itself, of personal data, of use: Markdown in `site/` of the data folder, or the text that is
 * shipped.
 */
export function siteText(app: App, page: SitePage): Promise<SiteText> {
  const own = join(app.config.dataFolder, "site", `${page}.md`);
  const text = kept.get(own) ?? read(own, page);
  kept.set(own, text);
  return text;
}

async function read(own: string, page: SitePage): Promise<SiteText> {
  const markdown = await readFile(own, "utf8").catch(() => readFile(join(SHIPPED, `${page}.md`), "utf8"));
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? SITE_PAGES[page].ja;
  // Raw HTML in the text stays text (micromark's default).
  return { title, html: micromark(markdown.replace(/^# .+\n/, "")) };
}

/** The windows of all areas, for who asks where to turn. */
export const windowsOf = (app: App) => receivingAreas(app);
