import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { cleanName } from "./attachments.ts";

export type Upload = Readonly<{
  fields: Readonly<Record<string, string>>;
  /** Undefined where no file was chosen. */
  fileName: string | undefined;
}>;

const LONGEST_FIELD_BYTES = 10_000;

/**
 * Takes in a form with one file, the file going straight to the disk as it arrives, so that memory stays flat. What was
 * half received is removed again.
 */
export async function receiveUpload(request: Request, path: string): Promise<Upload> {
  const fields: Record<string, string> = {};
  let fileName: string | undefined;
  let saving: Promise<void> | undefined;
  const parser = busboy({
    headers: { "content-type": request.headers.get("content-type") ?? "" },
    defParamCharset: "utf8",
    limits: { files: 1, fields: 50, fieldSize: LONGEST_FIELD_BYTES },
  });
  parser.on("field", (name, value) => {
    fields[name] = value;
  });
  parser.on("file", (_name, stream, info) => {
    if (!info.filename) {
      stream.resume();
      return;
    }
    fileName = cleanName(info.filename);
    saving = mkdir(dirname(path), { recursive: true, mode: 0o700 }).then(() =>
      pipeline(stream, createWriteStream(path, { mode: 0o600 })),
    );
    // Met below; until then it must not count as nobody's.
    saving.catch(() => undefined);
  });
  try {
    const body = request.body as Parameters<typeof Readable.fromWeb>[0] | null;
    await pipeline(body ? Readable.fromWeb(body) : Readable.from([]), parser);
    await saving;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { fields, fileName };
}
