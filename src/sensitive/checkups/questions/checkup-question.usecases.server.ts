import { z } from "zod";
import { scopeOf } from "#foundation/actors/public.ts";
import { inArea } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { checkupPolicy } from "../access.ts";
import { editionsOf, publishedYears } from "../editions/source-edition.queries.server.ts";
import { answerQuestion } from "./checkup-question.rules.ts";
import { CheckupQuestion, SavedQuestionInput } from "./checkup-question.schema.ts";
import { deleteQuestionRow, insertQuestion, selectQuestions } from "./checkup-question.store.server.ts";

/** A question, answered from the newest edition of that year; without a year the newest there is. */
export const askCheckups = query({
  name: "checkup-question.ask",
  ...inArea(checkupPolicy, "checkup-question", {
    question: CheckupQuestion,
    year: z.number().int().optional(),
  }),
  async run(permit, { question, year }) {
    const years = await publishedYears(permit, question.indicator);
    const wanted = year !== undefined && years.includes(year) ? year : years[0];
    const { indicator } = question;
    const editions = wanted === undefined ? [] : (await editionsOf(permit, [indicator], wanted))(indicator);
    return ok({
      years,
      year: wanted,
      saved: await selectQuestions(permit),
      answer: editions.length > 0 ? answerQuestion(editions, question) : undefined,
      editions: editions.map(({ source, edition }) => ({
        source,
        number: edition.number,
        madeOn: edition.made_on,
        provided: edition.source,
      })),
    });
  },
});

/** Keeps a question without its year: asked next year, it is answered from next year's edition. */
export const saveQuestion = command({
  name: "checkup-question.save",
  ...inArea(checkupPolicy, "checkup-question"),
  input: SavedQuestionInput,
  once: true,
  async run(permit, { title, question }) {
    const id = newId() as string;
    await insertQuestion(permit, { id, title, question }, scopeOf(permit.actor).actor);
    return ok({ id });
  },
});

export const deleteQuestion = command({
  name: "checkup-question.delete",
  ...inArea(checkupPolicy, "checkup-question", { id: rowId() }),
  run: async (permit, { id }) =>
    (await deleteQuestionRow(permit, id)) ? ok(undefined) : notFound("checkup-question"),
});
