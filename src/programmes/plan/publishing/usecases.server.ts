import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { type Area, getAreas } from "#foundation/areas/public.ts";
import { act, authorise } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { type AreaId, namedId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { planPolicy } from "../access.ts";
import { tellThatPublished } from "../facts/usecases.server.ts";
import { createInitiative } from "../initiatives/usecases.server.ts";
import { planView } from "../usecases.server.ts";
import { type PublishedInitiative, publishedOf } from "./present.ts";
import { entryOfSource, type LibraryEntry } from "./rules.ts";
import {
  findPublication,
  insertPublication,
  type Publication,
  replaceLibraryEntries,
  selectLibraryEntries,
} from "./store.server.ts";

const PUBLISHED_SHOWN = 500;
const SOURCE = new URL("../../../../reference/councils/initiatives.csv", import.meta.url);

/** Publishes the plan as it stands; what is changed later is not public until it is published again. */
export function publishPlan(app: App, actor: Actor, area: AreaId): Promise<Result<{ version: number }>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, planPolicy, "plan.publish", { type: "plan", area });
    if (!permit.ok) return permit;
    const body = publishedOf(await planView(unit, area, { all: true }));
    const at = unit.clock.now();
    const version = await insertPublication(unit, area, body, scopeOf(actor).actor, at);
    if (version === undefined)
      return conflict("ほかの人がいま公開しました。公開されたものを確かめてください。");
    const initiatives = body.chains.map((chain) => chain.initiative).filter((one) => one !== null);
    await replaceLibraryEntries(unit, area, initiatives, at);
    await tellThatPublished(unit, area);
    return ok({ version });
  });
}

export function findPublishedPlan(app: App, actor: Actor, area: AreaId): Promise<Result<Publication | null>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, planPolicy, "plan.read-published", { type: "plan", area });
    return permit.ok ? ok((await findPublication(unit, area)) ?? null) : permit;
  });
}

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
export function readLibrary(app: App, actor: Actor): Promise<Result<LibraryEntry[]>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, planPolicy, "plan.read-published", {
      type: "library",
      area: "jp" as AreaId,
    });
    if (!permit.ok) return permit;
    const rows = await selectLibraryEntries(unit, PUBLISHED_SHOWN);
    const areas = await getAreas(unit, [...new Set(rows.map((row) => row.area_id as AreaId))]);
    const published = rows.map((row) => entryOf(row.body, areas.get(row.area_id as AreaId)!));
    return ok([...shippedLibrary(), ...published]);
  });
}

const entryOf = (body: PublishedInitiative, area: Area): LibraryEntry => ({
  id: body.id,
  areaId: area.id,
  place: area.name,
  title: body.title,
  fineKind: body.fineKind as LibraryEntry["fineKind"],
  kind: body.kind,
  whoActs: body.whoActs as LibraryEntry["whoActs"],
  organisations: body.organisations,
  audience: body.audience,
  source: `${area.name}の計画`,
});

/** What of an entry makes an initiative. */
export const inputOf = ({ title, fineKind, whoActs, organisations, audience }: LibraryEntry) => ({
  title,
  fineKind,
  whoActs,
  organisations,
  audience,
});

/** Takes an entry of the library into one's own plan, to be adapted; from the same showing of the page once. */
export async function copyFromLibrary(
  app: App,
  actor: Actor,
  area: AreaId,
  entryId: string,
  onceKey?: string,
): Promise<Result<{ id: string }>> {
  const library = await readLibrary(app, actor);
  if (!library.ok) return library;
  const entry = library.value.find((one) => one.id === entryId);
  if (!entry) return notFound("library entry");
  const origin = { kind: "library", id: entryId, label: entry.place } as const;
  // All entries of a page are shown with one key.
  const once = onceKey && namedId(onceKey, entryId);
  return createInitiative(app, actor, area, { ...inputOf(entry), once }, origin);
}
