import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { type SearchPermit, searchPolicy } from "./access.ts";
import type { FoundKind, Hit, Language } from "./found.schema.ts";
import { type FoundGroup, groupOf, keyOf } from "./search.present.ts";
import {
  deleteGone,
  deleteThings,
  lockRefresh,
  selectCandidates,
  selectChanged,
  upsertThings,
} from "./search.store.server.ts";
import { askedText } from "./spelling.rules.ts";

const anywhere = () => ({ type: "search", area: "jp" as AreaId });

/** How many of a kind are looked at: what the actor may not see is left out after that. */
const MOST_LOOKED_AT = 100;
/** Near so many places of those that were found is looked. */
const MOST_PLACES = 4;
const BATCH = 5_000;

/** What the words find of these kinds, as whoever searches may see it. */
export const find = query({
  name: "search.find",
  policy: searchPolicy,
  target: z.object({
    text: z.string(),
    kinds: z.custom<readonly FoundKind[]>(),
    language: z.enum(["ja", "en"]).default("ja"),
    most: z.number().int().min(1).max(MOST_LOOKED_AT),
  }),
  subject: anywhere,
  async run(permit, { text, kinds, language, most }) {
    const words = askedText(text);
    if (words.asked.length === 0) return ok<readonly FoundGroup[]>([]);
    const names = kinds.map(({ kind }) => kind);
    const keys = Map.groupBy(
      await selectCandidates(permit, words, names, MOST_LOOKED_AT),
      ({ kind }) => kind,
    );
    const hits = new Map<FoundKind, readonly Hit[]>();
    for (const kind of kinds) {
      const wanted = keys.get(kind.kind);
      if (!wanted || !kind.show) continue;
      const shown = new Map((await kind.show(permit, wanted, language)).map((hit) => [keyOf(hit), hit]));
      hits.set(
        kind,
        allowed(
          permit,
          kind,
          wanted.flatMap((key) => shown.get(keyOf(key)) ?? []),
        ),
      );
    }
    await findNear(permit, kinds, hits, language);
    const groups = [...hits].map(([kind, found]) => groupOf(kind, found, language, most));
    return ok(groups.filter(({ hits }) => hits.length > 0).sort((a, b) => a.position - b.position));
  },
});

const allowed = (permit: SearchPermit, kind: FoundKind, hits: readonly Hit[]): readonly Hit[] =>
  hits.filter(({ subject }) => kind.may(permit.actor, subject) !== undefined);

/** A place leads to what is near it: whoever names a town finds the window that serves it. */
async function findNear(
  permit: SearchPermit,
  kinds: readonly FoundKind[],
  hits: Map<FoundKind, readonly Hit[]>,
  language: Language,
): Promise<void> {
  const found = [...hits].flatMap(([kind, of]) => (kind.place ? of.slice(0, MOST_PLACES) : []));
  const places = [...new Set(found.map(({ areaId }) => areaId))].slice(0, MOST_PLACES);
  if (places.length === 0) return;
  for (const kind of kinds)
    if (kind.near) hits.set(kind, allowed(permit, kind, await kind.near(permit, places, language)));
}

const refresh = command({
  name: "search.refresh",
  policy: searchPolicy,
  target: z.object({}),
  subject: anywhere,
  input: z.object({ kinds: z.custom<readonly FoundKind[]>(), anew: z.boolean() }),
  async run(permit, { kinds, anew }) {
    if (!(await lockRefresh(permit, anew))) return ok(0);
    await deleteThings(permit, anew ? [] : kinds.map(({ kind }) => kind));
    let written = 0;
    for (const { kind, rows } of kinds) {
      if (!rows) continue;
      for (let full = true; full; ) {
        const changed = await selectChanged(permit, kind, rows(permit), BATCH);
        const gone = changed.filter((one) => one.gone);
        const left = changed.filter((one) => !one.gone);
        if (gone.length > 0) await deleteGone(permit, kind, gone);
        if (left.length > 0) await upsertThings(permit, kind, left);
        written += changed.length;
        full = changed.length === BATCH;
      }
    }
    return ok(written);
  },
});

/**
 * Brings the words to what the modules' own rows say now; how many things were written or forgotten. `anew` forgets all of
 * them first. Where another process is at it, nothing is done.
 */
export const refreshSearch = async (
  app: App,
  kinds: readonly FoundKind[],
  { anew = false }: Readonly<{ anew?: boolean }> = {},
): Promise<number> => expectOk(await refresh(app, service("search"), {}, { kinds, anew }));
