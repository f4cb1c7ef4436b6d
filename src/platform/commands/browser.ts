import { existsSync } from "node:fs";

/** The Chromium that the browser journeys use: the one named, Debian's, or the one that Playwright fetched. */
export async function findBrowser(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const named = environment.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  const debian = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));
  if (debian) return debian;
  const { chromium } = await import("playwright-core");
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

export const HOW_TO_GET_A_BROWSER =
  "no browser for the journeys: install Chromium and a Japanese font (Debian: apt-get install chromium fonts-noto-cjk; elsewhere: npx playwright-core install chromium), or set CHROMIUM_PATH.";
