import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { findEngine } from "#platform/db/engine.ts";
import { pagesAreBuilt } from "#platform/web/pages-build.ts";
import { findBrowser, HOW_TO_GET_A_BROWSER } from "../browser.ts";
import { bad, type Check, good, note } from "./finding.ts";

const OLDEST_NODE = 24;
const LITTLE_SPACE_BYTES = 2 * 1024 ** 3;

export const node: Check = async () => {
  const [major] = process.versions.node.split(".");
  return Number(major) >= OLDEST_NODE
    ? good("Node", `${process.version} (${process.execPath})`)
    : bad(
        "Node",
        process.version,
        "run npm ci: it brings Node 24 for the commands of this project (npm run yui -- …)",
      );
};

export const engine: Check = async (config) => {
  if (config.databaseUrl) return good("database engine", "the server that DATABASE_URL names");
  const { version, bin, user } = findEngine();
  return good(
    "database engine",
    `PostgreSQL ${version} in ${bin}${user ? ", run as the OS user postgres" : ""}`,
  );
};

export const dataFolder: Check = async ({ dataFolder: folder }) => {
  let standing = folder;
  while (!existsSync(standing)) standing = dirname(standing);
  try {
    accessSync(standing, constants.W_OK | constants.X_OK);
  } catch {
    return bad("data folder", `${folder} may not be written`, "give this user the right, or set YUI_DATA");
  }
  const { bavail, bsize } = statfsSync(standing);
  const free = bavail * bsize;
  const gigabytes = `${(free / 1024 ** 3).toFixed(1)} GB free`;
  if (free < LITTLE_SPACE_BYTES) {
    return bad("data folder", `${folder}, ${gigabytes}`, "make room, or set YUI_DATA to a larger disk");
  }
  return good(
    "data folder",
    `${folder}${standing === folder ? "" : " (made at the first start)"}, ${gigabytes}`,
  );
};

export const pages: Check = async () =>
  (await pagesAreBuilt())
    ? good("pages", "built from the sources as they are")
    : note("pages", "not built yet", "nothing to do: npm start builds them");

export const documents: Check = async () => {
  try {
    const { renderPdf } = await import("#platform/pdf/render.ts");
    const pdf = renderPdf(
      '#set document(title: "健診")\n#set text(lang: "ja", font: "BIZ UDGothic")\n健診',
      {},
    );
    return good("fonts and PDF", `BIZ UDGothic and Noto Sans JP, ${pdf.length} bytes for a trial page`);
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n")[0]! : String(error);
    return bad("fonts and PDF", `no PDF can be made: ${why}`, "run npm ci again");
  }
};

export const browser: Check = async () => {
  const found = await findBrowser(process.env);
  return found
    ? good("browser for npm test", found)
    : note("browser for npm test", "none", HOW_TO_GET_A_BROWSER);
};
