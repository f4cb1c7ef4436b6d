import { requestOf } from "#foundation/identity/public.ts";
import { csvResponse } from "#platform/files/csv-writer.ts";
import { shown } from "#platform/web/refusal.ts";
import { indicatorCsv, profileCsv } from "../csv/present.ts";
import { optionsOf } from "../listing/rules.ts";
import { readProfile } from "../usecases.server.ts";
import type { Route } from "./+types/profile-csv";

/** The profile, or with `?indicator=` one indicator of it, as a file for spreadsheets. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const query = url.searchParams;
  const { benchmark, period } = optionsOf(query);
  const { profile } = shown(await readProfile(app, actor, { area: params.area, benchmark, period }));
  const code = query.get("indicator");
  if (!code) return csvResponse(`${profile.area.name}の健康プロフィール.csv`, profileCsv(profile));
  const rows = profile.indicators.filter((row) => row.indicator.code === code);
  if (rows.length === 0) return new Response(null, { status: 404 });
  return csvResponse(`${profile.area.name} ${rows[0]!.indicator.name}.csv`, indicatorCsv(rows));
}
