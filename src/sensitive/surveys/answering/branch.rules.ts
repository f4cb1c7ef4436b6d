import { isAsked } from "../model/questionnaire.rules.ts";
import type { presentForm } from "./answer-form.present.ts";

export type AnswerView = ReturnType<typeof withBranches>;

/** The data of a page with the question whether something is asked, which can't be sent as data. */
export const withBranches = (data: ReturnType<typeof presentForm>) => ({
  ...data,
  asked: (sent: Readonly<Record<string, readonly string[]>>) => (id: string) => {
    const questions = data.branches.map(({ only, ...one }) => ({
      ...one,
      ...(only ? { only } : {}),
      ...{ kind: "single" as const, block: "", text: { ja: "" }, choices: [], rows: [] },
    }));
    const question = questions.find((one) => one.id === id);
    return question ? isAsked(question, { questions }, sent) : true;
  },
});
