import { command } from "#foundation/authority/public.ts";
import { invalid, notFound, ok } from "#platform/kernel/result.ts";
import { atOffice, ofCase } from "../targets/target.usecases.server.ts";
import { by } from "./case.commands.server.ts";
import { insertCaseEvent, lockCase, updateCase } from "./case.store.server.ts";
import { AssignInput, HandOverInput } from "./case-form.schema.ts";
import { colleaguesOf } from "./colleague.usecases.server.ts";
import { moveCases } from "./working-list.store.server.ts";

/** Gives a case to a caseworker of the same office. */
export const assignCase = command({
  name: "case.assign",
  ...ofCase(),
  input: AssignInput,
  async run(permit, { case: id, caseworker }) {
    const row = await lockCase(permit, id);
    if (!row) return notFound("case");
    if (!(await colleaguesOf(permit, row.organisationId)).has(caseworker))
      return invalid({ caseworker: ["この機関の相談担当者から選択してください。"] });
    await updateCase(permit, id, { caseworker });
    await insertCaseEvent(permit, row, "assigned", { detail: caseworker, by: by(permit) });
    return ok(undefined);
  },
});

/** Hands all open cases of a colleague who leaves to another, in one step. */
export const handOverCases = command({
  name: "case.hand-over",
  ...atOffice("case"),
  input: HandOverInput,
  once: true,
  async run(permit, { organisation, from, to }) {
    const colleagues = await colleaguesOf(permit, organisation);
    if (!colleagues.has(to) || from === to)
      return invalid({ to: ["引継ぎ先の担当者は、この機関のほかの相談担当者から選択してください。"] });
    const moved = await moveCases(permit, organisation, from, to);
    for (const row of moved)
      await insertCaseEvent(permit, row, "handed-over", { detail: `${from}>${to}`, by: by(permit) });
    return ok({ moved: moved.length });
  },
});
