import { service } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { firstDayOf, fiscalYearOf, lastDayOf, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { namedId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { openRound, saveRound } from "../rounds/award-round.commands.server.ts";
import { listRounds } from "../rounds/award-round.queries.server.ts";

const ACTOR = service("demonstration");
const AREA = "hamada";

/** Opens this year's award of Hamada, which the source gives at a training held by three offices together. */
export async function loadDemonstrationAwards(app: App): Promise<void> {
  const year = fiscalYearOf(app.clock.today());
  const id = namedId("award-round", AREA, String(year)) as string;
  const { rows } = expectOk(await listRounds(app, ACTOR, { area: AREA }));
  if (rows.some((row) => row.id === id)) return;
  const round = {
    ...{ scheme: "centre-award", title: `${showFiscalYearJa(year)} 健康づくり活動優良事業所表彰` },
    ...{ baseOn: firstDayOf(year), closesOn: lastDayOf(year) },
    ceremony: "事業主等を対象とした研修会（労働基準監督署・地域産業保健センター・保健所の共同開催）",
  };
  expectOk(await saveRound(app, ACTOR, { area: AREA, id }, round));
  expectOk(await openRound(app, ACTOR, { area: AREA, id }));
}
