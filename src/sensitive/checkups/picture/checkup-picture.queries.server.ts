import { z } from "zod";
import { findLastEdition, presentEdition, selectPeriods } from "#evidence/publication/public.ts";
import { getArea, inArea } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { ok } from "#platform/kernel/result.ts";
import { checkupPolicy } from "../access.ts";
import { publicationName } from "../editions/checkup-edition.rules.ts";
import { CHECKUP_INDICATORS } from "../model/checkup-indicator.schema.ts";
import { pictureOf } from "./checkup-picture.rules.ts";

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
  async run(permit, { year }) {
    const { area } = permit.subject;
    const years = (await selectPeriods(permit, area, publicationName(FIRST))).map(Number);
    const wanted = year !== undefined && years.includes(year) ? year : years[0];
    const pictures = [];
    for (const key of wanted === undefined ? [] : SHOWN) {
      const edition = await findLastEdition(permit, {
        ...{ area, publication: publicationName(key), period: String(wanted) },
      });
      if (!edition || edition.withdrawnAt !== null) continue;
      const { label, note } = CHECKUP_INDICATORS.find((one) => one.key === key)!;
      const shown = presentEdition(edition);
      pictures.push({
        ...{ key, label, note, source: shown.source, number: shown.number, publication: shown.publication },
        sources: pictureOf(shown),
      });
    }
    return ok({
      area: (await getArea(permit, area)).name,
      years: years.map((one) => ({ value: one, label: showFiscalYearJa(fiscalYear(one)) })),
      year: wanted,
      pictures,
    });
  },
});
