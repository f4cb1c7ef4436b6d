import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { receiveUpload, type Upload } from "#platform/files/upload.ts";
import { PASTED } from "./messages.ts";

/** As many cells as a person copies at once; what is longer is sent as a file. */
const MOST_PASTED_BYTES = 4 * 1024 * 1024;

/** Takes in a form with a file, or with cells pasted into its field `table`, which become a file. */
export async function receiveTable(request: Request, path: string): Promise<Upload> {
  const upload = await receiveUpload(request, path, { fieldBytes: MOST_PASTED_BYTES });
  const { table = "" } = upload.fields;
  if (upload.fileName || table.trim() === "") return upload;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, table, { mode: 0o600 });
  return { ...upload, fileName: PASTED };
}
