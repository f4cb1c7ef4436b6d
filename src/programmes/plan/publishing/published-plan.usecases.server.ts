import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { type Area, getAreas, NATION } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { pick } from "#platform/kernel/pick.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { aboutArea, type PlanPermit, planPolicy } from "../access.ts";
import { planView } from "../chain/plan.queries.server.ts";
import { pushPublication } from "../chain/plan-facts.usecases.server.ts";
import { addInitiative } from "../initiatives/initiative.usecases.server.ts";
import { InitiativeInput } from "../model/plan.schema.ts";
import { entryOfSource, type LibraryEntry } from "./library.rules.ts";
import { type PublishedInitiative, publishedOf } from "./published-plan.present.ts";
import {
  findPublication,
  insertPublication,
  replaceLibraryEntries,
  selectLibraryEntries,
} from "./published-plan.store.server.ts";

const PUBLISHED_SHOWN = 500;
const SOURCE = new URL("../../../../reference/councils/initiatives.csv", import.meta.url);

/** Publishes the plan as it stands; what is changed later is not public until it is published again. */
export const publishPlan = command({
  name: "plan.publish",
  ...aboutArea("plan"),
  async run(permit) {
    const body = publishedOf(await planView(permit, { all: true }));
    const version = await insertPublication(permit, body);
    if (version === undefined)
      return conflict("ほかの人がいま公開しました。公開されたものを確認してください。");
    const initiatives = body.chains.map((chain) => chain.initiative).filter((one) => one !== null);
    await replaceLibraryEntries(permit, initiatives);
    await pushPublication(permit);
    return ok({ version });
  },
});

export const findPublishedPlan = query({
  name: "plan.read-published",
  ...aboutArea("plan"),
  run: async (permit) => ok((await findPublication(permit)) ?? null),
});

let shipped: readonly LibraryEntry[] | undefined;

/** The initiatives of the source, shipped with the app. */
export function shippedLibrary(): readonly LibraryEntry[] {
  shipped ??= (
    parse(readFileSync(SOURCE, "utf8"), { columns: true, comment: "#" }) as Parameters<
      typeof entryOfSource
    >[0][]
  ).map((row, index) =>
    entryOfSource(row, index, "厚生労働省健康局総務課保健指導室 資料7（平成22年度ごろ）"),
  );
  return shipped;
}

/** All initiatives that areas published, those of the source first. */
export const readLibrary = query({
  name: "plan-library.read",
  policy: planPolicy,
  target: z.object({}),
  subject: () => ({ type: "library", area: NATION }),
  run: async (permit) => ok(await libraryOf(permit)),
});

async function libraryOf(permit: PlanPermit): Promise<LibraryEntry[]> {
  const rows = await selectLibraryEntries(permit, PUBLISHED_SHOWN);
  const areas = await getAreas(permit, [...new Set(rows.map((row) => row.areaId))]);
  const published = rows.map((row) => entryOf(row.body, areas.get(row.areaId)!));
  return [...shippedLibrary(), ...published];
}

const entryOf = (body: PublishedInitiative, area: Area): LibraryEntry => ({
  ...pick(body, "id", "title", "kind", "organisations", "audience"),
  areaId: area.id,
  place: area.name,
  fineKind: body.fineKind as LibraryEntry["fineKind"],
  whoActs: body.whoActs as LibraryEntry["whoActs"],
  source: `${area.name}の計画`,
});

/** What of an entry makes an initiative. */
export const inputOf = (entry: LibraryEntry) =>
  pick(entry, "title", "fineKind", "whoActs", "organisations", "audience");

/** Takes an entry of the library into one's own plan, to be adapted. */
export const copyFromLibrary = command({
  name: "initiative.copy",
  ...aboutArea("initiative", { entry: z.string() }),
  once: true,
  async run(permit, { entry: id }) {
    const entry = (await libraryOf(permit)).find((one) => one.id === id);
    if (!entry) return notFound("library entry");
    const origin = { kind: "library", id, label: entry.place } as const;
    return addInitiative(permit, InitiativeInput.parse(inputOf(entry)), origin);
  },
});
