import { command } from "#foundation/authority/public.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { allows, wrongState } from "#platform/kernel/states.ts";
import { selectRespondents } from "../answering/worker.store.server.ts";
import { RUN } from "../model/run.schema.ts";
import { SHEET_REFUSALS, STATE_WORDS } from "../model/stress.messages.ts";
import { lockRun, selectWorkplaces } from "../runs/run.store.server.ts";
import { ofRun } from "../target.usecases.server.ts";
import { beforeOf, groupsOf, sheetOf } from "./sheet.rules.ts";
import { insertSheets, selectEarlier, selectSheets } from "./sheet.store.server.ts";

/**
 * Makes all sheets of a run in one go, and never again: what came later would be told by the difference. Where no group
 * is large enough nothing is made, and it may be tried again.
 */
export const makeSheets = command({
  name: "stress-sheet.make",
  ...ofRun(),
  once: true,
  async run(permit, { run: id }) {
    const run = await lockRun(permit, id);
    if (!run) return notFound("stress-run");
    if (!allows(RUN, run.state, "sheet")) return wrongState(STATE_WORDS[run.state]);
    if ((await selectSheets(permit, { run: id })).length > 0)
      return conflict("集団の集計は作成済みです。後からの回答で作り直すことはできません。");
    const people = await selectRespondents(permit, id);
    const places = (await selectWorkplaces(permit, id)).filter(({ state }) => state === "joined");
    const verdicts = groupsOf(places, people);
    const made = verdicts.filter(({ refusal }) => refusal === null);
    if (made.length === 0) return conflict(SHEET_REFUSALS["too-few-respondents"]);
    const earlier = await selectEarlier(permit, run);
    await insertSheets(
      permit,
      run,
      made.flatMap(({ scope, workplaces }) => {
        const sheet = sheetOf(people.filter(({ workplace }) => workplaces.includes(workplace)));
        return workplaces.map((workplaceId) => {
          const { firmId } = places.find((one) => one.id === workplaceId)!;
          return { workplaceId, scope, sheet: { ...sheet, ...beforeOf(earlier, firmId, scope) } };
        });
      }),
    );
    return ok({ made: made.length });
  },
});
