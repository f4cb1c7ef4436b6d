import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { awaitedLater } from "#platform/kernel/awaited-later.ts";
import { fieldText } from "#platform/web/field-text.ts";
import { keepOnDisk, newFolder } from "#platform/web/sent-form.ts";
import { cleanName } from "./file-name.ts";

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
export async function receiveUpload(
  request: Request,
  path: string,
  { fieldBytes = LONGEST_FIELD_BYTES }: Readonly<{ fieldBytes?: number }> = {},
): Promise<Upload> {
  const fields: Record<string, string> = {};
  let fileName: string | undefined;
  let saving: Promise<void> | undefined;
  const parser = busboy({
    headers: { "content-type": request.headers.get("content-type") ?? "" },
    defParamCharset: "utf8",
    limits: { files: 1, fields: 50, fieldSize: fieldBytes },
  });
  parser.on("field", (name, value) => {
    fields[name] = fieldText(name, value);
  });
  parser.on("file", (_name, stream, info) => {
    if (!info.filename) {
      stream.resume();
      return;
    }
    fileName = cleanName(info.filename);
    // Torn before the folder is there, it is met by the pipeline all the same.
    stream.on("error", () => undefined);
    saving = awaitedLater(
      mkdir(dirname(path), { recursive: true, mode: 0o700 }).then(() =>
        pipeline(stream, createWriteStream(path, { mode: 0o600 })),
      ),
    );
  });
  try {
    const body = request.body as Parameters<typeof Readable.fromWeb>[0] | null;
    await pipeline(body ? Readable.fromWeb(body) : Readable.from([]), parser);
    await saving;
  } catch (error) {
    // A file that is still being opened would come back after it was removed.
    await Promise.allSettled([saving]);
    await rm(path, { force: true });
    throw error;
  }
  return { fields, fileName };
}

/** A small file of a form, on the disk. What went over the limit was read and dropped, so that the form can be shown again. */
export type SentFile = Readonly<{ name: string; content: Blob; tooLong: boolean }>;

const MOST_FIELDS = 200;
const FORM = /^(application\/x-www-form-urlencoded\b|multipart\/form-data;.*boundary=.)/i;

/**
 * Takes in a form with small files, each kept up to that many bytes on the disk until they are forgotten; of the rest of
 * a file, and of files beyond that many, nothing is kept. Texts come without what is no text.
 */
export async function receiveForm(
  request: Request,
  { files: most, bytes }: Readonly<{ files: number; bytes: number }>,
): Promise<{ form: FormData; files: SentFile[]; tooMany: boolean; forget(): Promise<void> }> {
  const form = new FormData();
  const kept: Promise<SentFile[]>[] = [];
  let tooMany = false;
  let folder: Promise<string> | undefined;
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  if (!FORM.test(headers["content-type"])) throw new Response(null, { status: 400 });
  // A file that has the very length of its limit counts as cut off.
  const limits = { files: most, fileSize: bytes + 1, fields: MOST_FIELDS, fieldSize: LONGEST_FIELD_BYTES };
  const parser = busboy({ headers, defParamCharset: "utf8", limits });
  parser.on("field", (name, value) => form.append(name, fieldText(name, value)));
  parser.on("filesLimit", () => {
    tooMany = true;
  });
  parser.on("file", (_name, stream, { filename }) => {
    folder ??= newFolder();
    const file = keepOnDisk(stream, folder, kept.length).then((content) => {
      const tooLong = stream.truncated === true;
      // A field in which no file was chosen comes as one without a name.
      return filename
        ? [{ name: cleanName(filename), content: new Blob(tooLong ? [] : content), tooLong }]
        : [];
    });
    kept.push(awaitedLater(file));
  });
  const forget = async () => {
    if (folder) await rm(await folder, { recursive: true, force: true });
  };
  const body = request.body as Parameters<typeof Readable.fromWeb>[0] | null;
  try {
    await pipeline(body ? Readable.fromWeb(body) : Readable.from([]), parser);
    return { form, files: (await Promise.all(kept)).flat(), tooMany, forget };
  } catch (error) {
    await Promise.allSettled(kept);
    await forget();
    // A full disk is ours to mend; torn on its way, or never a form, is the sender's to send again.
    if ((error as NodeJS.ErrnoException).syscall) throw error;
    throw new Response(null, { status: 400 });
  }
}
