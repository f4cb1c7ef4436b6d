import { inArea } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { actPolicy } from "../access.ts";
import { TIER_NAMES } from "../model/act.messages.ts";
import { OwnQuestionInput } from "../model/act.schema.ts";
import { BANK } from "../model/bank.schema.ts";
import { insertOwnQuestion, selectOwnQuestions, withdrawRow } from "./act-question.store.server.ts";

/** The questions that are asked now: those that are shipped, and the area's own. */
export const listQuestions = query({
  name: "act-question.list",
  ...inArea(actPolicy, "act-question"),
  async run(permit) {
    const own = await selectOwnQuestions(permit);
    return ok({
      edition: BANK.edition,
      rows: [
        ...own.map(({ id, tier, ja }) => ({ id, ja, tier: TIER_NAMES.ja[tier], own: true })),
        ...BANK.questions.map(({ key, tier, ja }) => ({
          id: key,
          ja,
          tier: TIER_NAMES.ja[tier],
          own: false,
        })),
      ],
    });
  },
});

export const addQuestion = command({
  name: "act-question.add",
  ...inArea(actPolicy, "act-question"),
  input: OwnQuestionInput,
  once: true,
  async run(permit, { tier, ja, en }) {
    const id = newId() as string;
    await insertOwnQuestion(permit, { id, tier, ja, en });
    return ok({ id });
  },
});

export const withdrawQuestion = command({
  name: "act-question.withdraw",
  ...inArea(actPolicy, "act-question", { id: rowId() }),
  run: async (permit, { id }) => ((await withdrawRow(permit, id)) ? ok({ id }) : notFound("question")),
});
