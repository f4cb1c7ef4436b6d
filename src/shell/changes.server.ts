import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import { type RecentEntry, recentEntries } from "#foundation/audit/public.ts";
import { alsoDo, declaredUseCases, query } from "#foundation/authority/public.ts";
import { plainDateIn } from "#platform/kernel/plain-date.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { ACTION_WORDS } from "../modules.ts";
import { foundKinds } from "../search.ts";
import { shellPolicy } from "./access.ts";
import { doneWords } from "./done-words.rules.ts";

const MOST = 6;

/** What changes something, and is told of without a name. */
const tellable = () =>
  declaredUseCases().flatMap(({ declared: { kind, name } }) =>
    kind === "command" && doneWords(ACTION_WORDS[name]?.done) ? [name] : [],
  );

/**
 * What others have changed since somebody last looked: of the things that the search finds, by their titles and addresses, and
 * those alone that whoever looks may see.
 */
export const readChanges = query({
  name: "changes.read",
  policy: shellPolicy,
  target: z.object({ since: z.date() }),
  subject: () => ({ type: "today", area: NATION }),
  async run(permit, { since }, app) {
    const kinds = await foundKinds();
    const asked = { since, actions: tellable(), kinds: kinds.map(({ kind }) => kind) };
    const entries: readonly RecentEntry[] = expectOk(
      await alsoDo(permit, recentEntries, asked, undefined, app),
    );
    const told = [];
    for (const { kind, show, may } of kinds) {
      const own = entries.filter((one) => one.kind === kind);
      if (!show || own.length === 0) continue;
      for (const hit of await show(permit, own, "ja")) {
        const entry = own.find(({ areaId, id }) => areaId === hit.areaId && id === hit.id);
        if (!entry || may(permit.actor, hit.subject) === undefined) continue;
        const day = plainDateIn(entry.at, "Asia/Tokyo");
        told.push({
          at: entry.at.getTime(),
          day,
          title: hit.title,
          to: hit.to,
          done: ACTION_WORDS[entry.action]!.done,
        });
      }
    }
    return ok(told.toSorted((a, b) => b.at - a.at).slice(0, MOST));
  },
});
