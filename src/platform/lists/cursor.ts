import { z } from "zod";

/** A place in a list as an address carries it: what its last row held in each column of the order. */
export const writeCursor = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString("base64url");

/** Reads such a place. What is none of ours is as if it were not there: the list begins at its first page. */
export const cursorOf = <Values extends z.ZodType>(values: Values) =>
  z
    .string()
    .nullish()
    .transform((text): z.output<Values> | undefined => {
      const read = values.safeParse(valuesIn(text));
      return read.success ? read.data : undefined;
    });

function valuesIn(text: string | null | undefined): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
