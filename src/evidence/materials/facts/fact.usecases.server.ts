import { z } from "zod";
import { getArea, inArea, NATION } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { type MaterialPermit, materialPolicy } from "../access.ts";
import { editionsNow } from "../catalogue/edition-state.queries.server.ts";
import { findEdition, lockEditions, updateEdition } from "../catalogue/material.store.server.ts";
import { postStale } from "../letters/material-letter.commands.server.ts";
import { holdersOf } from "../stock/holder.queries.server.ts";
import { factName } from "./fact.messages.ts";
import { changedFacts } from "./fact.rules.ts";
import { FactsInput, FIELDS } from "./fact.schema.ts";
import {
  deleteFacts,
  selectFacts,
  selectTitles,
  selectWatchedFacts,
  upsertFacts,
} from "./fact.store.server.ts";
import { changedSources, printable, standingOf } from "./standing.queries.server.ts";

const ofEdition = inArea(materialPolicy, "material-edition", { id: rowId() });

/** What an edition of this area may print: offices and hotlines, each with what is known of it. */
export const listPrintable = query({
  name: "material-fact.list",
  ...inArea(materialPolicy, "material-fact"),
  run: async (permit) => ok(await printable(permit, permit.subject.area)),
});

/** Notes what an edition prints, as it stands now. */
export const addFacts = command({
  name: "material-fact.add",
  ...ofEdition,
  input: FactsInput,
  async run(permit, { id, of, fields }) {
    const [edition] = await lockEditions(permit, [id]);
    if (!edition) return notFound("edition");
    const [standing] = await standingOf(permit, [{ ...of, areaId: permit.subject.area }]);
    if (!standing) return invalid({ of: ["掲載する機関・相談先を選択してください。"] });
    const known = FIELDS[of.source].filter((field) => fields.includes(field) && standing.fields[field]);
    if (known.length === 0)
      return invalid({ fields: ["選択した項目は、この機関・相談先に登録されていません。"] });
    await upsertFacts(
      permit,
      id,
      known.map((field) => ({ ...of, field, label: standing.label, printed: standing.fields[field]! })),
    );
    await noteStale(permit, id);
    return ok({ id });
  },
});

export const removeFact = command({
  name: "material-fact.remove",
  ...inArea(materialPolicy, "material-edition", { id: rowId(), fact: rowId() }),
  async run(permit, { id, fact }) {
    if ((await lockEditions(permit, [id])).length === 0) return notFound("edition");
    if (!(await selectFacts(permit, [id])).some((one) => one.id === fact)) return notFound("fact");
    await deleteFacts(permit, id, [fact]);
    await noteStale(permit, id);
    return ok({ id });
  },
});

/** The copies were mended or printed anew: they say what stands now. */
export const renewFacts = command({
  name: "material-fact.renew",
  ...ofEdition,
  async run(permit, { id }) {
    if ((await lockEditions(permit, [id])).length === 0) return notFound("edition");
    const facts = await selectFacts(permit, [id]);
    const changed = changedFacts(facts, await standingOf(permit, facts));
    const gone = changed.filter(({ now }) => now === "");
    if (gone.length > 0)
      return conflict(`「${gone.map(factName).join("」「")}」は終了しています。掲載内容から外してください。`);
    await upsertFacts(
      permit,
      id,
      changed.map(({ source, sourceId, field, label, now }) => ({
        source,
        sourceId,
        field,
        label,
        printed: now,
      })),
    );
    await noteStale(permit, id);
    return ok({ id });
  },
});

/** Where nothing differs any more, the edition is as it was. */
async function noteStale(permit: MaterialPermit, id: string): Promise<void> {
  const edition = await findEdition(permit, id);
  if (!edition?.staleSince) return;
  const facts = await selectFacts(permit, [id]);
  if (changedFacts(facts, await standingOf(permit, facts)).length === 0)
    await updateEdition(permit, id, { staleSince: null, staleFacts: [] });
}

/**
 * Editions of all areas that print what is another by now, and of which nobody was told yet. Since a moment: of what was
 * changed from then on, where all the rest was compared before.
 */
export const listDueFacts = query({
  name: "material-fact.list-due",
  policy: materialPolicy,
  target: z.object({ since: z.date().optional() }),
  subject: () => ({ type: "material-fact", area: NATION }),
  async run(permit, { since }) {
    const facts = await selectWatchedFacts(
      permit,
      since && { since, ids: await changedSources(permit, since) },
    );
    const changed = changedFacts(facts, await standingOf(permit, facts));
    const due = new Map(changed.map((one) => [one.editionId, one.areaId as AreaId]));
    return ok([...due].map(([id, area]) => ({ id, area })));
  },
});

/** Notes that an edition is out of date, and tells everybody who holds copies of it. */
export const tellHolders = command({
  name: "material-fact.tell",
  policy: materialPolicy,
  target: z.object({ area: areaId, id: rowId() }),
  subject: (_find, { area, id }) => ({ type: "material-edition", area, id }),
  async run(permit, { id }, app) {
    const [edition] = await lockEditions(permit, [id]);
    if (!edition || edition.staleSince || edition.replacedBy) return ok(undefined);
    const { changed } = (await editionsNow(permit, [edition]))(id);
    if (changed.length === 0) return ok(undefined);
    const since = permit.clock.now();
    const what = changed.map(factName);
    await updateEdition(permit, id, { staleSince: since, staleFacts: what });
    const [named] = await selectTitles(permit, [id]);
    const { slug } = await getArea(permit, permit.subject.area);
    await postStale(
      permit,
      {
        edition: id,
        title: `${named!.title}（${edition.label}）`,
        what: what.join("\n"),
        link: `${app.config.origin}/areas/${slug}/materials/${edition.materialId}`,
      },
      await mailboxesOf(permit, id),
      since,
    );
    return ok(undefined);
  },
});

type Mailbox = Readonly<{ email: string; name: string; language: "ja" | "en" }>;

/** Where mail reaches those who hold copies; several orders of a mailbox are told once. */
async function mailboxesOf(permit: MaterialPermit, edition: string): Promise<Mailbox[]> {
  const holders = await holdersOf(permit, edition);
  const boxes = holders.flatMap(({ holder: name, email, language }) =>
    email ? [{ name, email, language }] : [],
  );
  return [...new Map(boxes.map((box) => [box.email.toLowerCase(), box])).values()];
}
