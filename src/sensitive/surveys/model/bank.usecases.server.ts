import { readFileSync } from "node:fs";
import { z } from "zod";
import { Question, type Questionnaire, TablePlan } from "./questionnaire.schema.ts";

const FILE = new URL("../../../../reference/surveys/bank.json", import.meta.url);
const Bank = z.object({
  questions: z.array(z.object({ part: z.string(), topic: z.string(), question: Question })),
  forms: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(["workplace", "worker"]),
      title: z.string(),
      blocks: z.array(z.tuple([z.string(), z.array(z.string())])),
      tables: TablePlan,
    }),
  ),
  rates: z.array(
    z.object({ survey: z.string(), frame: z.number(), replies: z.number().nullable(), rate: z.number() }),
  ),
});
export type Bank = z.infer<typeof Bank>;

let bank: Bank | undefined;
/** The questions that are ready to ask, with the ids by which waves are compared, and the rates to expect. */
export const readBank = (): Bank => {
  bank ??= Bank.parse(JSON.parse(readFileSync(FILE, "utf8")));
  return bank;
};

export const findInBank = (id: string): Question | undefined =>
  readBank().questions.find(({ question }) => question.id === id)?.question;

/** A form of the bank, as a questionnaire with its tables. */
export function formOfBank(key: string): { questionnaire: Questionnaire; tables: TablePlan } | undefined {
  const form = readBank().forms.find((one) => one.key === key);
  if (!form) return undefined;
  const questions = form.blocks.flatMap(([block, ids]) =>
    ids.map((id): Question => ({ ...findInBank(id)!, block })),
  );
  return { questionnaire: { questions }, tables: form.tables };
}
