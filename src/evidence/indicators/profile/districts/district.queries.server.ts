import { z } from "zod";
import {
  AREA_KINDS,
  type Area,
  areasWithin,
  getAreas,
  inArea,
  NATION,
  shapesOf,
} from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { indicatorPolicy } from "../../access.ts";
import { selectDictionary } from "../../dictionary/store.server.ts";
import { selectLevels } from "../store.server.ts";
import { presentDistricts } from "./present.ts";
import { districtsOf } from "./rules.ts";

/** Kinds of areas within another that are put beside each other, the first that there is unless told. */
const KINDS = AREA_KINDS.filter((kind) => kind !== "nation" && kind !== "prefecture");

/**
 * The areas within an area beside each other, by what is published of them. It is the same for everybody: what an area
 * keeps to itself, its prefecture does not see here either.
 */
export const readDistricts = query({
  name: "district.read",
  ...inArea(indicatorPolicy, "area", {
    kind: z.enum(AREA_KINDS).optional(),
    language: z.enum(["ja", "en"]).default("ja"),
  }),
  async run(permit, { kind: asked, language }, app) {
    const { area } = permit.subject;
    const whole = (await getAreas(permit, [area])).get(area)!;
    const within = whole.kind === "nation" ? [] : await areasWithin(permit, area);
    const kinds = KINDS.filter((kind) => kind !== whole.kind && within.some((one) => one.kind === kind));
    const kind = kinds.find((one) => one === asked) ?? kinds[0];
    const districts = within.filter((one) => one.kind === kind);
    const above = await getAreas(permit, whole.prefectureId ? [whole.prefectureId, NATION] : [NATION]);
    const around = [whole.kind === "prefecture" ? whole : above.get(whole.prefectureId!), above.get(NATION)];
    const areas = around.filter((one): one is Area => one !== undefined);
    const sight = { areas: [...districts, ...areas].map(({ id }) => id), unpublished: false };
    const dictionary = await selectDictionary(permit);
    const levels = districts.length === 0 ? [] : await selectLevels(permit, sight);
    const found = districtsOf({ whole, districts, around: areas, dictionary, levels });
    return ok({
      ...presentDistricts(found, language),
      kind,
      kinds,
      shapes: await shapesOf(permit, app, districts),
    });
  },
});
