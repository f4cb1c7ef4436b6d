import { expect, it } from "vitest";
import type { ZodType } from "zod";
import { declaredUseCases } from "#foundation/authority/public.ts";

const WORDS = "窓口の案内を見直した。";
/** The two texts that a second person reads. */
const REVIEWED = ["prevention-conference.add lesson", "prevention-conference.add measures"];
/** A row is one where its first field is told. */
const ROWS: Readonly<Record<string, object>> = {
  "prevention-five.save": {
    ...{ untilYear: "2025", "groups.0.sex": "male", "groups.0.age": "40-59" },
    ...{ "groups.0.work": "employed", "groups.0.living": "alone" },
  },
};

const files = import.meta.glob<unknown>("./**/*.{usecases,commands,queries}.server.ts", { eager: true });

type Def = Readonly<Record<string, unknown> & { shape?: Record<string, unknown> }>;
/** The names of all fields of a form, through whatever is done before and after it is read. */
function fieldsOf(schema: unknown): string[] {
  const { def = {} } = schema as { def?: Def };
  const inner = ["in", "out", "innerType", "element"].flatMap((part) =>
    def[part] ? fieldsOf(def[part]) : [],
  );
  const own = Object.entries(def.shape ?? {});
  return [
    ...inner,
    ...own.flatMap(([name, one]) => [name, ...fieldsOf(one).map((sub) => `${name}.0.${sub}`)]),
  ];
}

/** Whether words come through, or are found fault with by nobody but for other fields that are missing. */
function takesWords(schema: ZodType, name: string, rest: object): boolean {
  const read = schema.safeParse({ ...rest, [name]: WORDS });
  if (read.success) return JSON.stringify(read.data).includes(WORDS);
  return !read.error.issues.some(({ path }) => path[0] === name || path.join(".") === name);
}

it("takes free words in the two texts that are read twice, and in no other field of the module", () => {
  expect(Object.keys(files).length).toBeGreaterThan(8);
  const forms = declaredUseCases().filter(({ declared }) => declared.name.startsWith("prevention"));
  const fields = forms.flatMap(({ declared: { name, input } }) =>
    input ? [...new Set(fieldsOf(input))].map((field) => ({ name, input: input as ZodType, field })) : [],
  );
  expect(fields.length).toBeGreaterThan(60);
  const free = fields.filter(({ name, input, field }) => takesWords(input, field, ROWS[name] ?? {}));
  expect(free.map(({ name, field }) => `${name} ${field}`).sort()).toEqual(REVIEWED);
});
