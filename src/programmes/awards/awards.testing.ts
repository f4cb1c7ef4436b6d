import type { Actor } from "#foundation/actors/public.ts";
import { VISITOR } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { makeEntry, submitEntry } from "./entries/award-entry.commands.server.ts";
import { closeRound, openRound, saveRound } from "./rounds/award-round.commands.server.ts";

export const aRound = {
  ...{ scheme: "centre-award", title: "健康づくり優良事業所表彰" },
  ...{ baseOn: "2026-04-01", closesOn: "2099-03-31", ceremony: "研修会" },
};

/** A round that is open, or already with its judges. */
export async function makeRound(
  app: App,
  by: Actor,
  area: AreaId,
  { closed = false, ...change }: Readonly<{ closed?: boolean; [more: string]: unknown }> = {},
): Promise<string> {
  const id = newId() as string;
  expectOk(await saveRound(app, by, { area, id }, { ...aRound, ...change }));
  expectOk(await openRound(app, by, { area, id }));
  if (closed) expectOk(await closeRound(app, by, { area, id }));
  return id;
}

/** What a workplace types that fulfils all it can say by itself. */
export const anEntry = (change: object = {}) => ({
  ...{ workplace: "石見窯業所", workers: "12", canteen: "true", address: "浜田市見本町1" },
  ...{ contact: "総務の担当", phone: "0855-00-0000", clear: "true", mayPublish: "true" },
  ...{ eligible: "12", examined: "11", "excused-child_care_leave": "1" },
  ...{ "c-promoter": "true", "c-cancer": "true", "c-smoking": "true", "c-in-charge": "true" },
  ...{ "c-exercise": "true", "c-talk": "true", "c-mental": "true", "c-menu": "true", "c-leave": "true" },
  "n-exercise": "毎朝、全員で体操をしています",
  once: newId() as string,
  ...change,
});

/** An entry of a workplace, as handed in. */
export async function enter(
  app: App,
  area: AreaId,
  round: string,
  change: object = {},
  by: Actor = VISITOR,
): Promise<{ id: string; token: string; holder: Actor }> {
  const { id, token } = expectOk(await makeEntry(app, by, { area, round }, anEntry(change)));
  const holder: Actor = { kind: "holder", purpose: "award-entry", area, subject: id, detail: {} };
  expectOk(await submitEntry(app, holder, { area, id }));
  return { id, token, holder };
}
