import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { findArea, getAreas, searchAreas } from "#foundation/areas/public.ts";
import { act } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { type RowAccess, withRows } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { isUuid } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { organisationPolicy, subjectOf, writableAreas } from "../access.ts";
import { IMPORT } from "../import/messages.ts";
import { areaWordsOf } from "../import/rules.ts";
import { PAGE } from "../messages.ts";
import type { DraftFields, Organisation, Sector } from "../schema.ts";
import { getOrganisations, saveOrganisation } from "../usecases.server.ts";
import { type FormValues, fieldsOf, TEXT_FIELDS } from "./rules.ts";

/** The form of an organisation that the actor may change, as it stands; of none that he may not. */
export async function openForm(
  app: App,
  actor: Actor,
  id: OrganisationId,
): Promise<Result<{ values: FormValues; version: number; homeName: string }>> {
  if (!isUuid(id)) return notFound("organisation");
  return act(app, actor, async (unit) => {
    const organisation = (await getOrganisations(unit, [id])).get(id);
    if (!organisation || !organisationPolicy.may(actor, "organisation.write", subjectOf(organisation)))
      return notFound("organisation");
    return ok(await formOf(unit, organisation));
  });
}

async function formOf(permit: RowAccess, organisation: Organisation) {
  const areas = await getAreas(permit, [organisation.areaId, ...organisation.servedAreas]);
  const served = organisation.servedAreas.map((id) => areas.get(id)?.name ?? id);
  // A name that leads to several areas is shown as the id, so that saving comes back to the same one.
  const words = await Promise.all(
    served.map(async (name, index) => {
      const id = organisation.servedAreas[index]!;
      return (await findArea(permit, name))?.id === id ? name : id;
    }),
  );
  const text = Object.fromEntries(TEXT_FIELDS.map((field) => [field, organisation[field] ?? ""]));
  const values: FormValues = {
    ...(text as Omit<FormValues, "servedAreas" | "published">),
    servedAreas: words.join("、"),
    published: organisation.published ? "yes" : "",
  };
  return { values, version: organisation.version, homeName: areas.get(organisation.areaId)?.name ?? "" };
}

/** The areas under which the actor may register; undefined for who may choose any. */
export async function homeChoices(
  app: App,
  actor: Actor,
): Promise<readonly { value: string; label: string }[] | undefined> {
  const writable = writableAreas(actor);
  if (writable === "all") return undefined;
  const areas = await withRows(app.db, scopeOf(actor), (permit) => getAreas(permit, writable));
  return writable.flatMap((id) => {
    const area = areas.get(id);
    return area ? [{ value: id, label: area.name }] : [];
  });
}

export type FormOutcome =
  | Readonly<{ saved: true }>
  | Readonly<{
      saved: false;
      status: 403 | 409 | 422;
      message: string;
      errors: Readonly<Record<string, readonly string[]>>;
      /** What stands now, where somebody else has changed it meanwhile. */
      current: Readonly<{ values: FormValues; version: number }> | undefined;
    }>;

/** Saves a form as it was typed. */
export async function saveForm(
  app: App,
  actor: Actor,
  input: Readonly<{ id: OrganisationId; seenVersion: number | undefined; values: FormValues }>,
): Promise<FormOutcome> {
  const found = await readAreas(app, actor, input.values);
  const refused = (status: 403 | 409 | 422, message: string, errors = {}) =>
    ({ saved: false, status, message, errors, current: undefined }) as const;
  if (!found.ok) {
    const errors = found.error.kind === "invalid" ? found.error.fields : {};
    return refused(422, PAGE.invalid, errors);
  }
  const { id, seenVersion } = input;
  const saved = await saveOrganisation(app, actor, { id, seenVersion, fields: found.value });
  if (saved.ok) return { saved: true };
  switch (saved.error.kind) {
    case "invalid":
      return refused(422, PAGE.invalid, saved.error.fields);
    case "conflict": {
      const current = await openForm(app, actor, id);
      return { ...refused(409, PAGE.changed), current: current.ok ? current.value : undefined };
    }
    default:
      return refused(403, PAGE.forbidden);
  }
}

/** The typed areas as ids. */
async function readAreas(app: App, actor: Actor, values: FormValues): Promise<Result<DraftFields>> {
  return withRows(app.db, scopeOf(actor), async (permit) => {
    const home = values.areaId.trim() === "" ? undefined : await findArea(permit, values.areaId);
    const errors: Record<string, string[]> = {};
    if (values.areaId.trim() !== "" && !home) errors.areaId = [await unknown(permit, values.areaId)];
    const served: AreaId[] = [];
    for (const word of areaWordsOf(values.servedAreas)) {
      const area = await findArea(permit, word);
      if (area) served.push(area.id);
      else errors.servedAreas = [...(errors.servedAreas ?? []), await unknown(permit, word)];
    }
    if (Object.keys(errors).length > 0) return invalid(errors);
    return ok(fieldsOf(values, values.sector as Sector, home?.id ?? "", served));
  });
}

/** The sentence for words that name no single area, with those that they may mean. */
async function unknown(permit: RowAccess, word: string): Promise<string> {
  const near = await searchAreas(permit, word, { limit: 4 });
  return near.length > 0
    ? IMPORT.whichArea(
        word,
        near.map((area) => `${area.name}（${area.code ?? area.slug}）`),
      )
    : IMPORT.unknownArea(word);
}
