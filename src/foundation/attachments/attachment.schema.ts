import { z } from "zod";

const CHOOSE = "ファイルを選択してください。";

/** The file of a form; a browser sends an empty one where none was chosen. */
export const chosenFile = z
  .instanceof(File, { error: CHOOSE })
  .refine((file) => file.size > 0, { error: CHOOSE });

/** As `chosenFile`, of a field that takes several. */
export const chosenFiles = z
  .preprocess((sent) => [sent ?? []].flat(), z.array(z.instanceof(File)))
  .transform((files) => files.filter((file) => file.size > 0))
  .refine((files) => files.length > 0, { error: CHOOSE });
