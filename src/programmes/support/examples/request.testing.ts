import type { Actor, Holder } from "#foundation/actors/public.ts";
import { openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays, type PlainDate } from "#platform/kernel/plain-date.ts";
import { expectOk, type Result } from "#platform/kernel/result.ts";
import { isHoliday } from "#platform/kernel/working-day.ts";
import { enterRequest, type Receipt } from "../requests/request.commands.server.ts";

/** What a workplace types into the form of a request, with what else is given. */
export const asking = (change: object = {}) => ({
  topics: ["dental"],
  workplace: "石見窯業所",
  phone: "0855-00-0000",
  municipality: "32202",
  address: "見本町1",
  industry: "ceramics",
  size: "12",
  people: "12",
  place: "on_site",
  ...change,
});

/** A request that the secretariat wrote down. */
export const enter = async (
  app: App,
  secretariat: Actor,
  area: AreaId,
  change: object = {},
): Promise<Receipt> => expectOk(await enterRequest(app, secretariat, { area }, asking(change)));

type Run<T, Out> = (app: App, actor: Actor, target: T, input?: unknown) => Promise<Result<Out>>;

/** A use-case of who brings the secret of a link of that purpose. */
const byLink =
  <T>(purpose: string, targetOf: (holder: Holder) => T) =>
  <Out>(run: Run<never, Out>) =>
  async (app: App, token: string, input?: unknown, more: object = {}): Promise<Result<Out>> => {
    const opened = await openLink(app, token, purpose);
    if (!opened.ok) return opened;
    const { holder } = opened.value;
    return run(app, holder, { ...targetOf(holder), ...more } as never, input);
  };

/** A use-case of the workplace, by the link of its receipt. */
export const byReceipt = byLink("receipt", ({ area, subject }) => ({ area, id: subject }));

/** A use-case of a supporter, by the link of a letter. */
export const byLetter = byLink("answer", ({ area, subject, detail }) => ({
  ...{ area, id: subject, enquiry: detail.enquiry },
}));

/** Of a workplace that none of the other examples asked for: the same once more is a question. */
export const NOBODY_YET = { workplace: "別の事業所", phone: "0855-99-0000", email: "betsu@example.jp" };

/** A Tuesday of next week, or the first day after it that is no holiday. */
export function nextTuesday(today: PlainDate): PlainDate {
  let day = addDays(today, 9 - new Date(`${today}T00:00:00Z`).getUTCDay());
  while (isHoliday(day)) day = addDays(day, 1);
  return day;
}
