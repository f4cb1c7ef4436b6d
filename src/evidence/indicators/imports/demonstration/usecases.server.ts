import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { findSameFile } from "#platform/tables/batch-store.ts";
import { indicatorPolicy } from "../../access.ts";
import { importWhole, KIND } from "../usecases.server.ts";

const FOLDER = fileURLToPath(
  new URL("../../../../../reference/demonstration/observations/", import.meta.url),
);
/** Whatever became of it afterwards. */
const TAKEN = ["done", "withdrawn"] as const;
const BY = service("demonstration");

const findFile = query({
  name: "import.find-file",
  policy: indicatorPolicy,
  target: z.object({ sha256: z.string() }),
  subject: () => ({ type: "import", area: NATION }),
  run: async (permit, { sha256 }) =>
    ok({ taken: (await findSameFile(permit, { kind: KIND, sha256, states: TAKEN })) !== undefined }),
});

/**
 * Brings in the known figures of the sample areas, by the same way as anybody's file, published. A file that was
 * taken in once is left alone, also when somebody has taken it back since.
 */
export async function loadDemonstrationObservations(app: App): Promise<{ files: number }> {
  let files = 0;
  for (const name of (await readdir(FOLDER)).filter((file) => file.endsWith(".csv")).sort()) {
    const path = `${FOLDER}${name}`;
    const sha256 = createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
    if (expectOk(await findFile(app, BY, { sha256 })).taken) continue;
    const batch = expectOk(
      await importWhole(app, BY, { area: NATION, path, name, choices: { published: true }, wish: "take" }),
    );
    if (batch.state !== "done") throw new Error(`the shipped figures of ${name} could not be taken in`);
    files += 1;
  }
  return { files };
}
