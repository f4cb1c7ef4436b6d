import type { FormCommand } from "#platform/web/form-answer.ts";
import type { SentFiles } from "../model/request-file.rules.ts";

/** The command with what its form brought along, whatever is typed under that name. */
export const bringing = (files: SentFiles, command: FormCommand): FormCommand => ({
  ...command,
  run: (input) => command.run({ ...input, files } as never),
});
