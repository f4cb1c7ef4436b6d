import { z } from "zod";
import { getAreas, NATION } from "#foundation/areas/public.ts";
import { type Permit, query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { directoryPolicy } from "../access.ts";
import { markOf, readNeed, tokensAsked } from "../find/need.rules.ts";
import type { Resource } from "../model/resource.schema.ts";
import {
  codeOfTerm,
  defunctService,
  envelope,
  fullService,
  type ServicePlaces,
  serviceAtLocation,
  serviceOf,
} from "./hsds.present.ts";
import type { LocationsQuery, ServicesQuery } from "./hsds.schema.ts";
import {
  findGone,
  type Harvest,
  selectLocations,
  selectPlaces,
  selectServices,
} from "./hsds.store.server.ts";

type Question =
  | Readonly<{ what: "services"; query: ServicesQuery }>
  | Readonly<{ what: "service"; id: string }>
  | Readonly<{ what: "location"; id: string }>
  | Readonly<{ what: "locations"; query: LocationsQuery }>;

const harvestOf = (
  permit: Permit,
  asked: Pick<ServicesQuery, "search" | "taxonomy_term_id" | "modified_after" | "page" | "per_page">,
): Harvest | undefined => {
  const term = asked.taxonomy_term_id === undefined ? undefined : codeOfTerm(asked.taxonomy_term_id);
  if (asked.taxonomy_term_id !== undefined && !term) return undefined;
  const mark = term && (term.taxonomy === "kind" ? markOf.kind(term.code) : markOf.topic(term.code));
  return {
    tokens: [...(asked.search ? tokensAsked(readNeed(asked.search)) : []), ...(mark ? [mark] : [])],
    ...{ today: permit.clock.today(), after: asked.modified_after, page: asked.page, size: asked.per_page },
  };
};

/** What harvesters read of the whole directory, by the words of HSDS. */
export const harvestResources = query({
  name: "resource.harvest",
  policy: directoryPolicy,
  target: z.object({ question: z.custom<Question>() }),
  subject: () => ({ type: "resource", area: NATION }),
  async run(permit, { question }): Promise<Result<Readonly<{ gone: boolean; body: object }>>> {
    const today = permit.clock.today();
    if (question.what === "service") {
      const of = await selectPlaces(permit, [question.id]);
      if (of.length > 0) return ok({ gone: false, body: fullService(await placesOf(permit, of), today) });
      const gone = await findGone(permit, question.id);
      return gone ? ok({ gone: true, body: defunctService(question.id, gone.goneAt) }) : notFound("service");
    }
    if (question.what === "location") {
      const asked = {
        tokens: [],
        today,
        after: undefined,
        page: 1,
        size: 1,
        postcode: undefined,
        around: undefined,
      };
      const [one] = (await selectLocations(permit, { ...asked, id: question.id })).rows;
      if (!one) return notFound("service_at_location");
      return ok({
        gone: false,
        body: serviceAtLocation(one, (await placesOf(permit, [one])).areaName, today, true),
      });
    }
    const harvest = harvestOf(permit, question.query);
    const { page } = question.query;
    if (!harvest)
      return ok({
        gone: false,
        body: envelope({ all: 0, page, size: question.query.per_page, contents: [] }),
      });
    return ok({
      gone: false,
      body:
        question.what === "services"
          ? await services(permit, harvest, question.query)
          : await locations(permit, harvest, question.query),
    });
  },
});

async function services(permit: Permit, harvest: Harvest, { full, minimal }: ServicesQuery) {
  const today = permit.clock.today();
  const { all, rows } = await selectServices(permit, harvest);
  const places = Map.groupBy(
    await selectPlaces(
      permit,
      rows.map(({ serviceId }) => serviceId),
    ),
    ({ serviceId }) => serviceId,
  );
  const contents = [];
  for (const { serviceId, at, gone } of rows) {
    const of = places.get(serviceId);
    if (gone || !of) contents.push(defunctService(serviceId, at));
    else if (minimal) contents.push({ id: serviceId, last_modified: at.toISOString() });
    else if (full) contents.push(fullService({ ...(await placesOf(permit, of)), at }, today));
    else contents.push(serviceOf({ of, areaName: "", at }, today));
  }
  return envelope({ all, page: harvest.page, size: harvest.size, contents });
}

async function locations(permit: Permit, harvest: Harvest, { postcode, proximity, full }: LocationsQuery) {
  const [latitude, longitude, km] = proximity?.split(",").map(Number) ?? [];
  const around = km === undefined ? undefined : { latitude: latitude!, longitude: longitude!, km };
  const { all, rows } = await selectLocations(permit, { ...harvest, postcode, around });
  const today = permit.clock.today();
  const contents = rows.map((one) => serviceAtLocation(one, one.areaId, today, full));
  return envelope({ all, page: harvest.page, size: harvest.size, contents });
}

async function placesOf(permit: Permit, of: readonly Resource[]): Promise<ServicePlaces> {
  const area = of[0]!.areaId as AreaId;
  const at = new Date(Math.max(...of.map(({ changedAt }) => changedAt.getTime())));
  return { of, at, areaName: (await getAreas(permit, [area])).get(area)?.name ?? area };
}
