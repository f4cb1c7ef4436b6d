import { z } from "zod";
import { getArea, inArea, municipalitiesOf, shapesOf } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { ok } from "#platform/kernel/result.ts";
import { checkupPolicy } from "../access.ts";
import { editionsOf, publishedYears } from "../editions/source-edition.queries.server.ts";
import { CHECKUP_INDICATORS } from "../model/checkup-indicator.schema.ts";
import { pictureOf } from "./checkup-picture.rules.ts";
import { adjustedBy, townRatios } from "./town-ratio.rules.ts";

/** What the picture is about, in its order. */
const SHOWN = [
  "any_finding",
  "obesity",
  "blood_pressure",
  "lipids",
  "glucose",
  "liver",
  "kidney",
  "metabolic",
  "smoking",
  "drinking",
  "treated_blood_pressure",
] as const;
const FIRST = "any_finding";

/** The regional beside the workplace side of an area, from the editions that anybody can read. */
export const readPicture = query({
  name: "checkup-picture.read",
  ...inArea(checkupPolicy, "checkup-picture", { year: z.number().int().optional() }),
  async run(permit, { year }, app) {
    const years = await publishedYears(permit, FIRST);
    const wanted = year !== undefined && years.includes(year) ? year : years[0];
    const pictures = [];
    const found = wanted === undefined ? () => [] : await editionsOf(permit, SHOWN, wanted);
    for (const key of SHOWN) {
      const editions = found(key);
      if (editions.length === 0) continue;
      const { label, note } = CHECKUP_INDICATORS.find((one) => one.key === key)!;
      const provided = editions.map(({ edition }) => edition.source).join("　");
      pictures.push({
        ...{ key, label, note, provided },
        sources: pictureOf(editions),
        towns: townRatios(editions),
        adjustedBy: adjustedBy(editions),
      });
    }
    return ok({
      area: (await getArea(permit, permit.subject.area)).name,
      years: years.map((one) => ({ value: one, label: showFiscalYearJa(fiscalYear(one)) })),
      year: wanted,
      pictures,
      shapes: pictures.some(({ towns }) => towns.length > 0)
        ? await shapesOf(permit, app, await municipalitiesOf(permit, permit.subject.area))
        : [],
    });
  },
});
