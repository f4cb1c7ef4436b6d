import { type Actor, roleInArea, service } from "#foundation/actors/public.ts";
import { ancestorsOf, areasRelated, findArea } from "#foundation/areas/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import { areasWithSecretariat } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { selectDictionary } from "../dictionary/store.server.ts";
import { selectFacts } from "../facts/store.server.ts";
import { profilePolicy } from "./access.ts";
import { needsFigures, profileOfGathered } from "./rules.ts";
import { DEFAULT_OPTIONS, type Place, type Profile, type ProfileOptions } from "./schema.ts";
import { selectFigures, selectLevels } from "./store.server.ts";

/**
 * The health profile of the area that the text names (slug, id, code or name): everything known of it that this
 * actor may see, compared and judged.
 */
export function profileOf(
  app: App,
  actor: Actor,
  areaText: string,
  options: ProfileOptions = DEFAULT_OPTIONS,
): Promise<Result<Profile>> {
  return act(app, actor, async (unit) => {
    const found = await placeOf(unit, areaText);
    if (!found) return notFound("area");
    const permit = await authorise(unit, profilePolicy, "profile.read", found.subject);
    if (!permit.ok) return permit;
    return ok(await computeProfile(unit, found, options));
  });
}

/**
 * Whether the area has a secretariat, which answers when a workplace asks for help, and publishes the plan; anybody may
 * know.
 */
export const isAnswered = async (app: App, area: AreaId): Promise<boolean> =>
  expectOk(
    await act(app, service("ask"), async (permit) => ok((await areasWithSecretariat(permit)).includes(area))),
  );

type Found = NonNullable<Awaited<ReturnType<typeof placeOf>>>;

/** The area, what lies around and above it, and the subject for its policy. */
export async function placeOf(unit: Unit, areaText: string) {
  const area = await findArea(unit, areaText);
  if (!area) return undefined;
  const above = await ancestorsOf(unit, area.id);
  const related = area.kind === "nation" ? [] : await areasRelated(unit, area.id);
  const districts = related.filter(
    (other) => other.relation !== "within" && other.kind !== "prefecture" && other.kind !== "nation",
  );
  const places: Place[] = [
    { area, relation: "self" },
    ...districts.map(
      ({ relation, ...other }): Place => ({ area: other, relation: relation as Place["relation"] }),
    ),
  ];
  const subject = {
    type: "profile",
    id: area.id,
    area: area.id,
    related: related.map((other) => other.id),
  };
  return {
    area,
    above: above.filter((other) => other.kind === "prefecture" || other.kind === "nation"),
    places,
    subject,
  };
}

export async function computeProfile(
  unit: Unit,
  { area, above, places, subject }: Found,
  options: ProfileOptions,
): Promise<Profile> {
  const unpublished = profilePolicy.may(unit.actor, "profile.read-unpublished", subject) !== undefined;
  const dictionary = await selectDictionary(unit);
  const own = places.map((place) => place.area.id);
  const sight = { areas: [...own, ...above.map((other) => other.id)], unpublished };
  const levels = await selectLevels(unit, sight);
  const figures = await selectFigures(unit, sight, needsFigures(dictionary, levels, new Set(own)));
  const facts = await selectFacts(unit, area.id, unpublished);
  const audience = unpublished ? "staff" : "public";
  const mayPlan = roleInArea(unit.actor, area.id, ["coordinator"]) !== undefined;
  const mayPublish = profilePolicy.may(unit.actor, "profile.publish", subject) !== undefined;
  return profileOfGathered({
    area,
    audience,
    mayPublish,
    mayPlan,
    options,
    places,
    above,
    dictionary,
    levels,
    figures,
    facts,
  });
}
