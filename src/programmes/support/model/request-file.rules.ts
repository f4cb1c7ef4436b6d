import type { SentFile } from "#platform/files/upload.ts";
import type { FieldErrors } from "#platform/kernel/result.ts";
import type { Language } from "./offer.messages.ts";
import { FILES } from "./request-file.messages.ts";
import { MOST_IN_FORM, MOST_OF_REQUEST } from "./request-file.schema.ts";

/** What a form brought along. */
export type SentFiles = Readonly<{ files: readonly SentFile[]; tooMany: boolean }>;
export const bytesOf = (sent: SentFiles): number =>
  sent.files.reduce((sum, file) => sum + file.content.length, 0);
export const NO_FILES: SentFiles = { files: [], tooMany: false };

/** What a form brought along under its field for files. */
export const filesOf = ({ files }: Readonly<Record<string, unknown>>): SentFiles =>
  files && typeof files === "object" && "files" in files ? (files as SentFiles) : NO_FILES;

export type Fit = (name: string, content: Buffer) => "fits" | "unknown kind" | "another kind";

/**
 * What is wrong with the files of a form, beside their field and each by its name. `held` is how many the request has,
 * `fitOf` tells whether a file is what its name says.
 */
export function fileErrors(
  sent: SentFiles,
  held: number,
  fitOf: Fit,
  language: Language,
): { files?: string[] } {
  const say = FILES[language];
  const named = (sentence: string, name: string) => sentence.replace("{name}", name);
  const found = sent.files.flatMap((file) => {
    if (file.tooLong) return [named(say.tooLong, file.name)];
    const fit = fitOf(file.name, file.content);
    if (fit === "fits") return [];
    return [named(fit === "unknown kind" ? say.kind : say.unlike, file.name)];
  });
  if (sent.tooMany) found.push(say.tooMany.replace("{n}", String(MOST_IN_FORM)));
  if (held + sent.files.length > MOST_OF_REQUEST)
    found.push(say.full.replace("{n}", String(MOST_OF_REQUEST)));
  return found.length > 0 ? { files: [...new Set(found)] } : {};
}

/** The errors of a form that brought files along: a browser may have let go of them. */
export const withFiles = (errors: FieldErrors, sent: SentFiles, language: Language): FieldErrors =>
  sent.files.length > 0 && !errors.files ? { ...errors, files: [FILES[language].again] } : errors;
