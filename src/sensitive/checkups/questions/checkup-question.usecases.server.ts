import { z } from "zod";
import { findLastEdition, presentEdition, selectPeriods } from "#evidence/publication/public.ts";
import { scopeOf } from "#foundation/actors/public.ts";
import { inArea } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { checkupPolicy } from "../access.ts";
import { publicationName } from "../editions/checkup-edition.rules.ts";
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
    const publication = publicationName(question.indicator);
    const years = (await selectPeriods(permit, permit.subject.area, publication)).map(Number);
    const wanted = year !== undefined && years.includes(year) ? year : years[0];
    const edition =
      wanted === undefined
        ? undefined
        : await findLastEdition(permit, { area: permit.subject.area, publication, period: String(wanted) });
    const shown = edition && edition.withdrawnAt === null ? presentEdition(edition) : undefined;
    return ok({
      years,
      year: wanted,
      saved: await selectQuestions(permit),
      answer: shown && answerQuestion(shown, question),
      edition: shown && {
        number: shown.number,
        madeOn: shown.made_on,
        source: shown.source,
        publication: shown.publication,
        period: shown.period,
      },
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
