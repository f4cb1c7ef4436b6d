import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { findArea, NATION } from "#foundation/areas/public.ts";
import { command } from "#foundation/authority/public.ts";
import { sampleOrganisationId } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { namedId } from "#platform/kernel/ids.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { expectOk, notFound, ok } from "#platform/kernel/result.ts";
import { policy } from "../access.ts";
import { insertAnswers } from "../answering/answer.store.server.ts";
import { findSurveyInReach, insertSurvey, updateSurvey } from "../design/survey.store.server.ts";
import { insertUnits, updateUnit } from "../frame/unit.store.server.ts";
import { formOfBank } from "../model/bank.usecases.server.ts";
import { generateFrame, generateReplies, generateWorkers, REPLIES } from "./generator.rules.ts";

/** What the source tells of Sagamihara's survey of 2009, answered by a seeded generator: no living workplace is in it. */
export const loadSampleSurvey = command({
  name: "survey.load-sample",
  policy,
  target: z.object({}),
  subject: () => ({ type: "survey", area: NATION }),
  async run(permit) {
    const found = await findArea(permit, "sagamihara");
    if (!found) return notFound("area");
    const area = found.id;
    const office = sampleOrganisationId(area, "相模原市保健所");
    const [id, workers] = (["workplace", "worker"] as const).map(
      (kind) => namedId("survey", area, kind) as string,
    ) as [string, string];
    const made = { id, workers, area, office };
    if (await findSurveyInReach(permit, id)) return ok(made);
    const place = { office, area };
    const texts = { lead: "", sender: "見本の事務局", fiscalYear: 2009 };
    const form = formOfBank("workplace")!;
    await insertSurvey(permit, {
      ...{
        ...texts,
        ...form,
        ...place,
        id,
        title: "中小事業所実態調査（事業所）",
        kind: "workplace",
        anonymous: false,
      },
    });
    const units = generateFrame((number) => namedId("survey-unit", area, String(number)));
    await insertUnits(
      permit,
      id,
      units.map((one) => ({ ...one, sampled: true, stratum: "全体" })),
      place.office,
    );
    const own = { id, organisationId: place.office };
    const replies = generateReplies(units);
    const row = { cluster: null, source: "web", state: "complete", counted: true } as const;
    await insertAnswers(
      permit,
      own,
      replies.map(({ unit, answers }) => ({ ...row, unitId: unit, answers })),
    );
    for (const { unit } of replies) await updateUnit(permit, unit, { disposition: "complete" });
    const field = { openedOn: plainDate("2009-09-01"), state: "open" as const, locked: true };
    await updateSurvey(permit, id, {
      ...field,
      sampling: {
        way: "all",
        seed: "2009",
        size: units.length,
        strata: [{ name: "全体", population: units.length, drawn: units.length }],
      },
    });
    const ofWorkers = formOfBank("worker")!;
    await insertSurvey(permit, {
      ...{
        ...texts,
        ...ofWorkers,
        ...place,
        id: workers,
        title: "中小事業所実態調査（従業員）",
        kind: "worker",
      },
      ...{ anonymous: true, partnerId: id },
    });
    await insertAnswers(
      permit,
      { id: workers, organisationId: place.office },
      generateWorkers().map(({ cluster, answers }) => ({ ...row, unitId: null, cluster, answers })),
    );
    await updateSurvey(permit, workers, { ...field, codes: REPLIES * 2, spent: REPLIES });
    return ok(made);
  },
});

/** The surveys of the sample area; those that are there are left as they are. */
export async function loadDemonstrationSurveys(app: App): Promise<void> {
  expectOk(await loadSampleSurvey(app, service("demonstration"), {}));
}
