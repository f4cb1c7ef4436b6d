import { z } from "zod";
import { roleInArea, VISITOR } from "#foundation/actors/public.ts";
import {
  type Area,
  ancestorsOf,
  areasContaining,
  areasRelated,
  findArea,
  getAreas,
  NATION,
} from "#foundation/areas/public.ts";
import { type Finder, type Permit, query } from "#foundation/authority/public.ts";
import { areasWithSecretariat } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { answered } from "#platform/tables/questions.ts";
import { indicatorPolicy } from "../access.ts";
import { selectDictionary } from "../dictionary/store.server.ts";
import { selectFacts } from "../facts/store.server.ts";
import { presentProfile } from "./present.ts";
import { needsFigures, profileOfGathered } from "./rules.ts";
import { type Place, type ProfileOptions, type ProfileSubject, ProfileTarget } from "./schema.ts";
import { findSimilar } from "./similar/similar-area.queries.server.ts";
import { selectAnswers, selectFigures, selectLevels } from "./store.server.ts";

/** The area that the text names (slug, id, code or name), what lies around and above it. */
export async function findProfileSubject(
  find: Finder,
  { area: text }: Readonly<{ area: string }>,
): Promise<ProfileSubject | undefined> {
  const area = await findArea(find, text);
  if (!area) return undefined;
  const above = await ancestorsOf(find, area.id);
  const related = area.kind === "nation" ? [] : await areasRelated(find, area.id);
  const districts = related.filter(
    (other) => other.relation !== "within" && other.kind !== "prefecture" && other.kind !== "nation",
  );
  return {
    type: "profile",
    id: area.id,
    area: area.id,
    related: related.map((other) => other.id),
    places: [
      { area, relation: "self" },
      ...districts.map(
        ({ relation, ...other }): Place => ({ area: other, relation: relation as Place["relation"] }),
      ),
    ],
    above: above.filter((other) => other.kind === "prefecture" || other.kind === "nation"),
  };
}

/**
 * The health profile of an area: everything known of it that the actor may see, compared and judged; and whether the
 * actor decides what of it is public, and keeps the area's plan, where a health issue can be added.
 */
export const readProfile = query({
  name: "profile.read",
  policy: indicatorPolicy,
  target: ProfileTarget,
  subject: findProfileSubject,
  async run(permit, { language, benchmark, period, indicator }) {
    const { actor, subject } = permit;
    const profile = await gatherProfile(permit, { benchmark, period });
    const files = indicator ? await selectAnswers(permit, [subject.area], indicator) : [];
    return ok({
      answers: files.map(({ fileName, questions, answers }) => ({
        fileName,
        told: answered(questions, answers).map(({ ask, answer }) => `${ask}${answer}`),
      })),
      profile: presentProfile(profile, language),
      mayPublish: indicatorPolicy.may(actor, "profile.publish", subject) !== undefined,
      mayPlan: roleInArea(actor, subject.area, ["coordinator"]) !== undefined,
    });
  },
});

async function gatherProfile(permit: Permit<"profile.read", ProfileSubject>, options: ProfileOptions) {
  const { places, above } = permit.subject;
  const { area } = places[0]!;
  const unpublished =
    indicatorPolicy.may(permit.actor, "profile.read-unpublished", permit.subject) !== undefined;
  const dictionary = await selectDictionary(permit);
  const own = places.map((place) => place.area.id);
  const sight = { areas: [...own, ...above.map((other) => other.id)], unpublished };
  const levels = await selectLevels(permit, sight);
  const figures = await selectFigures(permit, sight, needsFigures(dictionary, levels, new Set(own)));
  const facts = await selectFacts(permit, area.id, unpublished);
  const audience = unpublished ? "staff" : "public";
  const similar = options.benchmark === "similar" ? await gatherSimilar(permit, area) : null;
  return profileOfGathered({
    area,
    similar,
    audience,
    options,
    places,
    above,
    dictionary,
    levels,
    figures,
    facts,
  });
}

/** The areas most like this one, with what is published of them. */
async function gatherSimilar(permit: Permit<"profile.read", ProfileSubject>, area: Area) {
  const similar = await findSimilar(permit, area.id);
  if (similar.status === "not-found") return { likeness: similar, levels: [] };
  const ids = similar.areas.map(({ id }) => id);
  const named = await getAreas(permit, ids);
  return {
    likeness: {
      ...similar,
      areas: similar.areas.flatMap(({ id, distance }) => {
        const one = named.get(id);
        return one ? [{ area: one, distance }] : [];
      }),
    },
    levels: await selectLevels(permit, { areas: ids, unpublished: false }),
  };
}

const findSecretariat = query({
  name: "secretariat.find",
  policy: indicatorPolicy,
  target: z.object({ area: areaId }),
  subject: (_find, { area }) => ({ type: "area", id: area, area }),
  async run(permit, { area }) {
    const all = await areasWithSecretariat(permit);
    const here = all.includes(area);
    // Nothing holds the nation, and what shares its territory is every area there is.
    const around = here || area === NATION ? [] : await areasContaining(permit, area);
    return ok({ here, served: here || around.some(({ id }) => all.includes(id)) });
  },
});

/**
 * Whether the area has a secretariat, which answers when a workplace asks for help, and publishes the plan; anybody may
 * know.
 */
export const isAnswered = async (app: App, area: AreaId): Promise<boolean> =>
  expectOk(await findSecretariat(app, VISITOR, { area })).here;

/** Whether a workplace there can ask: of the area itself, or of one around it, to which its page for asking leads. */
export const isServed = async (app: App, area: AreaId): Promise<boolean> =>
  expectOk(await findSecretariat(app, VISITOR, { area })).served;
