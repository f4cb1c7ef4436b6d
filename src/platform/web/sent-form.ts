import { createWriteStream, openAsBlob } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { awaitedLater } from "#platform/kernel/awaited-later.ts";
import type { Result } from "#platform/kernel/result.ts";
import { fieldText } from "./field-text.ts";
import { shown } from "./refusal.ts";

/** Forms are small; they are read into memory, also those of strangers. */
export const LONGEST_FORM_BYTES = 1024 * 1024;
/** So much of what is refused is still taken off the line: a browser that may not finish sending shows no answer. */
export const MOST_DRAINED_BYTES = 64 * 1024 * 1024;
/** A pasted table; files are longer, and go to the disk. */
const MOST_TEXT_BYTES = 16 * 1024 * 1024;
const MOST_FIELDS = 5_000;
const MOST_FILES = 50;

/** A form as it was sent. Its files stay on the disk, in a folder for what is under way, until they are forgotten. */
export type SentForm = Readonly<{ form: FormData; forget(): Promise<void> }>;

const unreadable = () => new Response(null, { status: 400 });

const isMultipart = (request: Request) =>
  /^multipart\/form-data/i.test(request.headers.get("content-type") ?? "");

/** Whether it may be more than a form without files ever is, so that its right is asked before it is read. */
export const isLarge = (request: Request): boolean => {
  const announced = request.headers.get("content-length");
  return isMultipart(request) && (announced === null || Number(announced) > LONGEST_FORM_BYTES);
};

/** Reads a form; a body that is not a form is answered with 400. Memory use does not grow with the length of its files. */
export async function readForm(request: Request): Promise<SentForm> {
  if (isMultipart(request)) return readParts(request);
  const form = new FormData();
  const sent = await request.formData().catch(() => {
    throw unreadable();
  });
  for (const [name, value] of sent)
    form.append(name, typeof value === "string" ? fieldText(name, value) : value);
  return { form, forget: async () => undefined };
}

async function readParts(request: Request): Promise<SentForm> {
  const parts: Promise<readonly [string, string | File]>[] = [];
  let folder: Promise<string> | undefined;
  let bytes = 0;
  const forget = async () => {
    if (folder) await rm(await folder, { recursive: true, force: true });
  };
  const parser = parserFor(request);
  parser.on("field", (name, value) => {
    bytes += Buffer.byteLength(value);
    if (bytes > MOST_TEXT_BYTES) parser.destroy(new Error("too much text"));
    parts.push(Promise.resolve([name, fieldText(name, value)]));
  });
  parser.on("file", (name, stream, { filename, mimeType }) => {
    folder ??= newFolder();
    const part = keepOnDisk(stream, folder, parts.length).then(
      (content) => [name, new File(content, filename ?? "", { type: mimeType })] as const,
    );
    parts.push(awaitedLater(part));
  });
  try {
    await pipeline(bodyOf(request), parser);
    const form = new FormData();
    for (const [name, value] of await Promise.all(parts)) form.append(name, value as string);
    return { form, forget };
  } catch (error) {
    await Promise.allSettled(parts);
    await forget();
    // A full disk is ours to mend; torn on its way, or never a form, is the sender's to send again.
    if ((error as NodeJS.ErrnoException).syscall) throw error;
    throw unreadable();
  }
}

/** A folder for the files of a form that is under way. */
export const newFolder = () => mkdtemp(join(tmpdir(), UNDER_WAY));
const UNDER_WAY = "yui-form-";
const HOUR_MS = 3_600_000;

/** Removes files of forms that a killed process left: no form is under way for an hour. Those of other users stay theirs. */
export async function forgetLeftForms(now: number): Promise<void> {
  const left = (await readdir(tmpdir())).filter((name) => name.startsWith(UNDER_WAY));
  for (const path of left.map((name) => join(tmpdir(), name))) {
    const made = await stat(path).catch(() => undefined);
    if (made && made.uid === process.getuid?.() && made.mtimeMs < now - HOUR_MS)
      await rm(path, { recursive: true, force: true });
  }
}

function parserFor(request: Request) {
  try {
    return busboy({
      headers: { "content-type": request.headers.get("content-type") ?? "" },
      defParamCharset: "utf8",
      limits: { fields: MOST_FIELDS, files: MOST_FILES, fieldSize: MOST_TEXT_BYTES },
    });
  } catch {
    throw unreadable();
  }
}

/**
 * A file on the disk; a browser sends an empty one where none was chosen. A form that is torn before there is a folder
 * tells so by its stream at once, which nobody may leave unheard: it would end the process.
 */
export async function keepOnDisk(stream: Readable, folder: Promise<string>, number: number): Promise<Blob[]> {
  stream.on("error", () => undefined);
  const path = join(await folder, String(number));
  const file = createWriteStream(path, { mode: 0o600 });
  await pipeline(stream, file);
  return file.bytesWritten === 0 ? [] : [await openAsBlob(path)];
}

const bodyOf = (request: Request): Readable => {
  const body = request.body as Parameters<typeof Readable.fromWeb>[0] | null;
  return body ? Readable.fromWeb(body) : Readable.from([]);
};

/**
 * As `shown`, before the form is read. What is refused is taken off the line and dropped, so that a browser shows the
 * answer, unless it is too long for that or does not say how long it is.
 */
export async function shownBeforeReading<T>(request: Request, result: Result<T>): Promise<T> {
  const announced = Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  if (!result.ok && announced <= MOST_DRAINED_BYTES) for await (const _dropped of bodyOf(request));
  return shown(result);
}
