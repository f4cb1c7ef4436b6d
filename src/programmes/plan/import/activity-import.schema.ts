import { z } from "zod";

/** A table of past years: a file, or what was pasted. `fileName` is told again with the text of a file that was checked. */
export const TableInput = z.object({
  file: z.preprocess(
    (sent) => (sent instanceof File && sent.name !== "" ? sent : undefined),
    z.instanceof(File).optional(),
  ),
  table: z.string().default(""),
  fileName: z.string().default(""),
  host: z.string().default(""),
});
export type TableInput = z.infer<typeof TableInput>;
