import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file of that content in a folder of its own, and where it lies. */
export async function fileWith(content: string | Uint8Array, name = "table.csv"): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "yui-file-")), name);
  await writeFile(path, content);
  return path;
}
