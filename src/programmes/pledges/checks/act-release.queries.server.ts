import { alsoDo, query } from "#foundation/authority/public.ts";
import { plainDateIn } from "#platform/kernel/plain-date.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { followRequest } from "#programmes/support/public.ts";
import { RELEASED } from "../model/result.messages.ts";
import { selectPledgesOf } from "../promises/pledge.store.server.ts";
import { ofCheck } from "./act-check.commands.server.ts";
import { findCheck, selectSteps } from "./act-check.store.server.ts";

/**
 * What whoever made a check hands on with an entry for an award: what it says of itself, and what Yui holds of what was
 * done. Only who has the check can release it, and a person's is released to nobody.
 */
export const releaseCheck = query({
  name: "act-check.release",
  ...ofCheck(),
  async run(permit, { id }, app) {
    const check = await findCheck(permit, id);
    if (check?.tier !== "workplace") return notFound("check");
    const facts: { key: string; text: string; on: string }[] = [
      { key: "check", text: RELEASED.check, on: plainDateIn(check.madeAt, "Asia/Tokyo") },
    ];
    for (const { requestKey: key } of await selectSteps(permit, id)) {
      const target = { area: permit.subject.area, key: key ?? "" };
      const request = key ? await alsoDo(permit, followRequest, target, undefined, app) : undefined;
      if (request?.ok && request.value.held && request.value.day)
        facts.push({ key: "lecture", text: RELEASED.lecture(request.value.number), on: request.value.day });
    }
    const pledges = (await selectPledgesOf(permit, id)).filter(({ state }) => state !== "withdrawn");
    for (const { action, madeAt } of pledges)
      facts.push({ key: "pledge", text: action, on: plainDateIn(madeAt, "Asia/Tokyo") });
    return ok({
      facts,
      workplace: pledges[0]?.name ?? "",
      workers: check.facts.workers,
      canteen: check.facts.canteen,
      says: check.questions.flatMap(({ holds, key }) =>
        holds && check.answers[key]?.said === "yes" ? [holds] : [],
      ),
    });
  },
});
