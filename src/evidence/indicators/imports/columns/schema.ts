import { type Choices, ColumnMeaning, type Mapping } from "../schema.ts";

/** What somebody set about a file's columns, and whether to keep it for the next time. */
export type Match = Readonly<{
  /** The form's own values, to be shown again. */
  meanings: readonly string[];
  mapping: Mapping;
  choices: Choices;
  remember: boolean;
}>;

/** A meaning as the value of a form's choice, and back. */
export const meaningValue = (meaning: ColumnMeaning): string => JSON.stringify(meaning);

function meaningOf(value: string): ColumnMeaning {
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch {
    // Not from our form.
    return { role: "ignore" };
  }
  const parsed = ColumnMeaning.safeParse(json);
  return parsed.success ? parsed.data : { role: "ignore" };
}

/** The form of the columns' page as it was sent. */
export function matchOfForm(form: FormData): Match {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const meanings: string[] = [];
  for (let index = 0; form.has(`column-${index}`); index++) meanings.push(text(`column-${index}`));
  const year = Number(text("fiscalYear").normalize("NFKC"));
  return {
    meanings,
    mapping: meanings.map(meaningOf),
    choices: {
      published: form.get("published") === "yes",
      ...(text("indicator") && { indicator: text("indicator") }),
      ...(text("area") && { area: text("area") }),
      ...(text("source") && { source: text("source") }),
      ...(text("fiscalYear") && Number.isInteger(year) && { fiscalYear: year }),
    },
    remember: form.get("remember") === "yes",
  };
}
