import qrcode from "qrcode";
import { z } from "zod";
import { getArea, getAreas, inArea } from "#foundation/areas/public.ts";
import { type Permit, query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok } from "#platform/kernel/result.ts";
import { renderedOnce } from "#platform/pdf/render-once.ts";
import { directoryPolicy } from "../access.ts";
import { selectResources } from "../entries/resource.store.server.ts";
import { selectFound } from "../find/find.store.server.ts";
import { markOf } from "../find/need.rules.ts";
import { INDUSTRIES } from "../model/resource-lists.schema.ts";
import { BOOKLET_PAGES, bookletInputs, LEAFLET_PAGES } from "./booklet.present.ts";
import { BOOKLET_LANGUAGES, FORMS } from "./booklet.schema.ts";
import { NARROWING } from "./narrowing.schema.ts";
import { sessionsCalendar } from "./open-data.present.ts";

const MOST = 10_000;
const MOST_PRINTED = 500;

type Narrowing = { kind?: string | undefined; topic?: string | undefined };

/** What is found in an area, by reading. */
async function listedIn(permit: Permit, { kind, topic }: Narrowing, most: number) {
  const tokens = [
    markOf.area(permit.subject.area),
    ...(kind ? [markOf.kind(kind)] : []),
    ...(topic ? [markOf.topic(topic)] : []),
  ];
  const wanted = { tokens, today: permit.clock.today(), near: undefined, most: MOST };
  const { found } = await selectFound(permit, wanted, { from: 0, rows: most });
  const rows = new Map((await selectResources(permit, found)).map((one) => [one.id as string, one]));
  return found.flatMap(({ id }) => rows.get(id) ?? []);
}

/** The rows of the open data file, for the municipality that publishes each. */
export const exportResources = query({
  name: "resource.export",
  ...inArea(directoryPolicy, "resource", { ...NARROWING, calendar: z.boolean().default(false) }),
  async run(permit, { calendar, ...narrow }, app) {
    const all = await listedIn(permit, narrow, MOST);
    const area = await getArea(permit, permit.subject.area);
    const today = permit.clock.today();
    if (calendar)
      return ok({ area, rows: [], calendar: sessionsCalendar(area.name, all, today, app.config.origin) });
    const towns = await getAreas(permit, [
      ...new Set(all.flatMap(({ municipality }) => (municipality ?? []) as AreaId)),
    ]);
    const rows = all.map((one) => {
      const town = one.municipality ? towns.get(one.municipality as AreaId) : area;
      return { one, code: town?.code ?? "", publisher: town?.name ?? "", today };
    });
    return ok({ area, rows, calendar: "" });
  },
});

/** The printed map as a PDF. */
export const printResources = query({
  name: "resource.print",
  ...inArea(directoryPolicy, "resource", {
    ...NARROWING,
    form: z.enum(FORMS),
    language: z.enum(BOOKLET_LANGUAGES),
    industry: z.enum(INDUSTRIES).optional(),
  }),
  async run(permit, { form, language, kind, topic, industry }, app) {
    const found = await listedIn(permit, { kind, topic }, MOST_PRINTED);
    // What is for every trade is for this one too.
    const all = found.filter(
      ({ industries }) => !industry || industries.length === 0 || industries.includes(industry),
    );
    const area = await getArea(permit, permit.subject.area);
    const address = `${app.config.origin}/areas/${area.slug}/directory`;
    const code = await qrcode.toString(address, { type: "svg", margin: 0, errorCorrectionLevel: "M" });
    const inputs = bookletInputs(all, { form, language, area: area.name, today: permit.clock.today(), code });
    return ok({ area, pdf: renderedOnce(form === "leaflet" ? LEAFLET_PAGES : BOOKLET_PAGES, inputs) });
  },
});
