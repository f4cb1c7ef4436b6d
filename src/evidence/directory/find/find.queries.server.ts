import { z } from "zod";
import { getArea, getAreas, inArea, municipalitiesOf, shapesOf } from "#foundation/areas/public.ts";
import { type Permit, query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { directoryPolicy } from "../access.ts";
import { middlesOf } from "../entries/point.store.server.ts";
import { findResource, findTombstone, selectResources } from "../entries/resource.store.server.ts";
import { hoursOf, openAt } from "../model/hours.rules.ts";
import type { Language } from "../model/resource.messages.ts";
import type { ResourceId } from "../model/resource.schema.ts";
import { type PublicEntry, presentEntry, structuredEntry, timeIn } from "./entry.present.ts";
import type { FindQuery } from "./find.schema.ts";
import { type FoundPoint, type Near, selectFound, selectPoints } from "./find.store.server.ts";
import { markOf, readNeed, tokensAsked } from "./need.rules.ts";

const ROWS_A_PAGE = 20;
/** Of a broad question so many are looked at; of what lies around a place, and for a map, all that a city has. */
const MOST_FOUND = 1000;
const MOST_AROUND = 5000;
/** Of what may be open, so many are looked at for whether they are. */
const MOST_LOOKED_AT = 1000;
const NEAR_KM = "10";

const spoken = { language: z.enum(["ja", "en"]).default("ja") };
const inWords = { asked: z.custom<FindQuery>(), ...spoken };

/** Where the distance is counted from. */
async function nearOf(permit: Permit, { from, km = NEAR_KM }: FindQuery): Promise<Near | undefined> {
  if (!from) return undefined;
  const [latitude, longitude] = from.split(",").map(Number);
  if (longitude !== undefined) return { latitude: latitude!, longitude, km: Number(km) };
  const middle = (await middlesOf(permit, [from])).get(from);
  return middle && { ...middle, km: Number(km) };
}

async function wantedOf(permit: Permit, asked: FindQuery, least = MOST_FOUND) {
  const today = permit.clock.today();
  const need = readNeed(asked.q ?? "");
  const tokens = [
    markOf.area(permit.subject.area),
    ...tokensAsked(need),
    ...(asked.kind ? [markOf.kind(asked.kind)] : []),
    ...(asked.topic ? [markOf.topic(asked.topic)] : []),
    ...(asked.free ? [markOf.free] : []),
    ...(asked.size ? [markOf.size(asked.size)] : []),
    ...(asked.spoken ? [markOf.language(asked.spoken)] : []),
  ];
  const near = await nearOf(permit, asked);
  return {
    tokens: [...new Set(tokens)],
    today,
    near,
    most: near ? MOST_AROUND : least,
    said: asked.q ?? "",
  };
}

/** What is open at this moment, of what could be on this weekday or on a day that is otherwise. */
async function openNow(permit: Permit, wanted: Awaited<ReturnType<typeof wantedOf>>, from: number) {
  const { found } = await selectFound(permit, { ...wanted, hours: true }, { from: 0, rows: MOST_LOOKED_AT });
  const time = timeIn(permit.clock);
  const open = found.filter(({ hours }) => openAt(hoursOf(hours), wanted.today, time));
  return { found: open.slice(from, from + ROWS_A_PAGE), all: open.length };
}

export const findResources = query({
  name: "resource.find",
  ...inArea(directoryPolicy, "resource", inWords),
  async run(permit, { asked, language }) {
    const wanted = await wantedOf(permit, asked);
    const from = (asked.page - 1) * ROWS_A_PAGE;
    const { found, all } = asked.open
      ? await openNow(permit, wanted, from)
      : await selectFound(permit, wanted, { from, rows: ROWS_A_PAGE });
    const rows = await shownAs(permit, found, language);
    const area = await getArea(permit, permit.subject.area);
    const towns = await municipalitiesOf(permit, area.id);
    return ok({
      area: { id: area.id, slug: area.slug, name: area.name },
      rows,
      all,
      capped: all >= wanted.most,
      more: from + ROWS_A_PAGE < all,
      near: wanted.near ?? null,
      towns: towns.map(({ id, name }) => ({ value: id as string, label: name })),
    });
  },
});

async function shownAs(permit: Permit, found: readonly FoundPoint[], language: Language) {
  const rows = new Map((await selectResources(permit, found)).map((one) => [one.id as string, one]));
  const areas = await getAreas(permit, [...new Set(found.map(({ areaId }) => areaId as AreaId))]);
  return found.flatMap(({ id, areaId, km }) => {
    const one = rows.get(id);
    const slug = areas.get(areaId as AreaId)?.slug ?? areaId;
    return one ? [{ ...presentEntry(one, permit.clock, language), km, slug }] : [];
  });
}

/** What a map draws: every point that was found, and the shapes of the area where the operator has them. */
export const mapResources = query({
  name: "resource.map",
  ...inArea(directoryPolicy, "resource", inWords),
  async run(permit, { asked }, app) {
    const wanted = await wantedOf(permit, asked, MOST_AROUND);
    const towns = await municipalitiesOf(permit, permit.subject.area);
    return ok({
      points: await selectPoints(permit, wanted),
      shapes: await shapesOf(permit, app, towns),
      origin: wanted.near ?? null,
    });
  },
});

type Place = Readonly<{ id: AreaId; slug: string; name: string }>;
type ReadEntry = Readonly<{ area: Place }> &
  (
    | Readonly<{ entry: PublicEntry; structured: string; mayEdit: boolean }>
    | Readonly<{ gone: true; movedTo: string | null }>
  );

/** One entry; what has ended says so, and what was merged leads on to where it is now. */
export const readResource = query({
  name: "resource.read",
  ...inArea(directoryPolicy, "resource", { id: rowId<ResourceId>(), ...spoken }),
  async run(permit, { id, language }): Promise<Result<ReadEntry>> {
    const { area } = permit.subject;
    const one = await findResource(permit, area, id);
    const { slug, name } = await getArea(permit, area);
    const place = { id: area, slug, name };
    if (one?.state === "listed") {
      const mayEdit = directoryPolicy.may(permit.actor, "resource.read-to-edit", {
        ...permit.subject,
        organisation: one.organisationId,
      });
      return ok({
        entry: presentEntry(one, permit.clock, language),
        structured: structuredEntry(one),
        area: place,
        mayEdit: mayEdit !== undefined,
      });
    }
    const gone = await findTombstone(permit, area, id);
    if (!gone) return notFound("resource");
    return ok({ gone: true, movedTo: gone.movedTo, area: place });
  },
});
