import { type Excerptible, excerptsOf, readProfile } from "#evidence/indicators/public.ts";
import type { Actor } from "#foundation/actors/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { reportPhotos } from "#programmes/plan/public.ts";
import { ofYear } from "../model/council-target.schema.ts";
import { settingValues } from "./report-setting.present.ts";
import { ReportSettingInput } from "./report-setting.schema.ts";
import { findSetting, upsertSetting } from "./report-setting.store.server.ts";

/** Figures of the area's profile that whoever asks may see; none where there is no profile to see. */
export async function figuresOffered(app: App, actor: Actor, area: AreaId): Promise<Excerptible[]> {
  const found = await readProfile(app, actor, { area });
  return found.ok ? excerptsOf(found.value.profile) : [];
}

/** What may be chosen for the report of a year, and what was. */
export const readReportSetting = query({
  name: "annual-report.read-setting",
  ...ofYear("report"),
  async run(permit, { area, year }, app) {
    return ok({
      form: formShowing(settingValues(await findSetting(permit, year))),
      figures: await figuresOffered(app, permit.actor, area),
      photos: expectOk(await reportPhotos(permit, area, year)),
    });
  },
});

/** Chooses what stands in the report of a year beside what is counted. Editions that were kept stay as they are. */
export const prepareReport = command({
  name: "annual-report.prepare",
  ...ofYear("report"),
  input: ReportSettingInput,
  seen: async (permit, { year }) => settingValues(await findSetting(permit, year)),
  values: settingValues,
  async run(permit, { area: _, year, ...setting }) {
    await upsertSetting(permit, year, setting);
    return ok(undefined);
  },
});
