import { downloadHeaders, type StoredFile } from "#platform/files/attachments.ts";
import type { SentFiles } from "#platform/files/form-files.ts";
import type { Result } from "#platform/kernel/result.ts";
import type { FormCommand } from "./form-answer.ts";
import { shown } from "./refusal.ts";

/** The command with what its form brought along, whatever is typed under that name. */
export const bringing = (files: SentFiles, command: FormCommand): FormCommand => ({
  ...command,
  run: (input) => command.run({ ...input, files } as never),
});

export type Download = StoredFile & Readonly<{ content: Buffer }>;

/** A file as a download, or a sentence where there is none. */
export function fileResponse(file: Result<Download>): Response {
  const { name, mediaType, content } = shown(file);
  return new Response(new Uint8Array(content), { headers: downloadHeaders(name, mediaType) });
}
