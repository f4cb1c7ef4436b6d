import { z } from "zod";
import { publishEdition } from "#evidence/publication/public.ts";
import { inArea, municipalitiesOf } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { fiscalYear, parseFiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { conflict, ok } from "#platform/kernel/result.ts";
import { type CheckupPermit, checkupPolicy } from "../access.ts";
import { sourceOf, strictest } from "../agreements/provider-agreement.rules.ts";
import { selectAgreements } from "../agreements/provider-agreement.store.server.ts";
import { countWaiting, selectYear, selectYears } from "../cube/cube.store.server.ts";
import { CHECKUP_INDICATORS } from "../model/checkup-indicator.schema.ts";
import { mayGoOut } from "../model/checkup-kind.rules.ts";
import { EDITION_PAGE, EDITION_SOURCE } from "./checkup-edition.messages.ts";
import { editionCounts, publicationOf } from "./checkup-edition.rules.ts";
import type { Town } from "./table-count.schema.ts";
import { expectedOfTowns } from "./town-expected.rules.ts";

/** An edition names nobody: it carries what may go out without a consent. */
const NOBODY_ASKED = { consented: false, optedOut: false };
const INDICATORS = CHECKUP_INDICATORS.map(({ key }) => key as string);

export const townsOf = async (permit: CheckupPermit): Promise<Town[]> =>
  (await municipalitiesOf(permit, permit.subject.area)).map(({ id, name }) => ({ key: id, label: name }));

/** What would be published of each year, and under which conditions. */
export const readEditionForm = query({
  name: "checkup-edition.read-form",
  ...inArea(checkupPolicy, "checkup-edition"),
  async run(permit) {
    const agreements = await selectAgreements(permit);
    const mayPublish =
      checkupPolicy.may(permit.actor, "checkup-edition.publish", permit.subject) !== undefined;
    const { smallest, combine } = strictest(agreements);
    return ok({
      waiting: mayPublish ? await countWaiting(permit) : 0,
      years: await selectYears(permit),
      providers: agreements.map(({ provider }) => provider),
      smallest,
      combinesTowns: combine.includes("municipality"),
      mayPublish,
    });
  },
});

/**
 * Publishes every indicator of a year as an edition of its own for each source. The conditions of all providers whose figures are in it
 * hold for each of its cells, also of those whose agreement has ended: what was handed over under it stays under it.
 */
export const publishCheckups = command({
  name: "checkup-edition.publish",
  ...inArea(checkupPolicy, "checkup-edition"),
  input: z.object({ year: z.coerce.number().int() }),
  once: true,
  async run(permit, { year }) {
    // Half of the imports counted by another definition would be missing.
    const waiting = await countWaiting(permit);
    if (waiting > 0) return conflict(EDITION_PAGE.waiting(waiting));
    const fiscal = parseFiscalYear(year);
    const counted = fiscal === undefined ? [] : await selectYear(permit, year, INDICATORS);
    const rows = counted.filter((row) => mayGoOut("edition", row, NOBODY_ASKED));
    if (rows.length === 0) return conflict(EDITION_PAGE.none);
    const agreements = new Map((await selectAgreements(permit)).map((one) => [one.id, one]));
    const towns = await townsOf(permit);
    const period = { key: String(year), label: showFiscalYearJa(fiscalYear(year)) };
    let made = 0;
    for (const [source, ofSource] of Map.groupBy(rows, (row) => sourceOf(agreements.get(row.agreementId)!))) {
      const own = [...new Set(ofSource.map(({ agreementId }) => agreementId))].map(
        (id) => agreements.get(id)!,
      );
      const { smallest, combine } = strictest(own);
      const allows = { towns: combine.includes("municipality"), sizes: combine.includes("workplace-size") };
      const provided = EDITION_SOURCE(own.map(({ provider }) => provider).sort());
      const byIndicator = Map.groupBy(ofSource, ({ indicator }) => indicator);
      for (const indicator of CHECKUP_INDICATORS) {
        const found = byIndicator.get(indicator.key);
        if (!found) continue;
        const compared = source === "regional" && allows.towns;
        const expected = compared ? expectedOfTowns(found, towns, smallest) : [];
        await publishEdition(
          permit,
          publicationOf(indicator, source, towns, { provided, smallest }, expected),
          permit.subject.area,
          period,
          editionCounts(source, found, towns, allows, expected),
        );
        made += 1;
      }
    }
    return ok({ made });
  },
});
