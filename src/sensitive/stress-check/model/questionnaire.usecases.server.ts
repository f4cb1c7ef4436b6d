import { readFileSync } from "node:fs";
import { z } from "zod";

const file = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../reference/stress-check/${name}`, import.meta.url), "utf8"));
const Form = z.object({
  credit: z.string(),
  groups: z.array(
    z.object({
      domain: z.enum(["A", "B", "C", "D"]),
      theme: z.string(),
      stem: z.string().default(""),
      choices: z.array(z.string()).length(4),
      items: z.array(z.string()),
    }),
  ),
});
const Steps = z.object({
  underFifty: z.object({ dutyFrom: z.string(), source: z.string() }),
  steps: z.array(
    z.object({
      ...{ step: z.number(), title: z.string(), when: z.string() },
      by: z.enum(["employer", "implementer", "worker", "doctor", "none"]),
    }),
  ),
});

export type StressForm = z.infer<typeof Form>;
let form: StressForm | undefined;
/** The 57 items in the published wording. */
export const readForm57 = (): StressForm => {
  form ??= Form.parse(file("items.json"));
  return form;
};
let steps: z.infer<typeof Steps> | undefined;
export const readSteps = () => {
  steps ??= Steps.parse(file("steps.json"));
  return steps;
};
