import { z } from "zod";
import { organisationsOf } from "#foundation/actors/public.ts";
import { getAreas, NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays, type PlainDate, plainDateIn } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { supportPolicy } from "../access.ts";
import { STATUS_NAMES } from "../model/request.messages.ts";
import type { SupportRequest } from "../model/request.schema.ts";
import { type AskedRow, selectAsked } from "./enquiry.store.server.ts";
import { askedLineOf, inboxRowOf } from "./inbox.present.ts";
import { LATE_DAYS, TABS, type Tab } from "./inbox.rules.ts";
import { countInbox, selectChanged, selectInbox, selectPassedTo } from "./inbox.store.server.ts";

const A_PAGE = 30;

/** The coordinator's inbox: one part of it, and how much stands in each. */
export const readInbox = query({
  name: "request.list",
  policy: supportPolicy,
  target: z.object({
    area: areaId,
    tab: z.enum(TABS),
    text: z.string().optional(),
    after: z.string().optional(),
  }),
  subject: (_find, { area }) => ({ type: "request", area }),
  async run(permit, { area, tab, text, after }) {
    const today = permit.clock.today();
    const [at, id] = (after ?? "").split("_");
    const place = at && id ? ([at, id] as const) : undefined;
    const found = await selectInbox(permit, area, { tab, text, after: place, limit: A_PAGE + 1 }, today);
    const passed = tab === "new" ? await selectPassedTo(permit, area) : [];
    const shown = found.slice(0, A_PAGE);
    const names = await getAreas(
      permit,
      [...shown, ...passed].map((one) => one.municipality as AreaId),
    );
    const last = found.length > A_PAGE ? shown.at(-1) : undefined;
    const row = (one: SupportRequest) =>
      inboxRowOf(one, names.get(one.municipality as AreaId)?.name ?? "", today);
    return ok({
      rows: shown.map(row),
      counts: await countInbox(permit, area, today),
      passed: passed.map(row),
      after: last && `${last.madeAt.toISOString()}_${last.id}`,
    });
  },
});

/** What a supporter was asked, for those who belong to it. */
export const listAsked = query({
  name: "enquiry.list",
  policy: supportPolicy,
  target: z.object({ area: areaId }),
  subject: (_find, { area }) => ({ type: "request", area }),
  run: async (permit, { area }) => {
    const own = organisationsOf(permit.actor, ["provider"]);
    return ok((await selectAsked(permit, area, own, MOST_ASKED)).map(askedLineOf));
  },
});
const MOST_ASKED = 100;

const LABELS: Readonly<Record<"new" | "deciding" | "fixed" | "reported", string>> = {
  new: "打診する",
  deciding: "決める",
  fixed: "見る",
  reported: "終わりにする",
};
const MOST_SHOWN = 20;

/** What is to be done of requests today: by the secretariat, and answers that a supporter owes. */
export const supportToday = query({
  name: "request.today",
  policy: supportPolicy,
  target: z.object({}),
  subject: () => ({ type: "request", area: NATION }),
  async run(permit) {
    const { actor } = permit;
    const areas = actor.kind === "person" ? [...new Set(actor.memberships.flatMap((one) => one.areas))] : [];
    const items: TodayItem[] = [];
    const today = permit.clock.today();
    const slugs = await getAreas(permit, areas);
    for (const area of areas) {
      const base = `/areas/${slugs.get(area)?.slug ?? area}`;
      const manages = supportPolicy.may(actor, "request.ask", { type: "request", area }) !== undefined;
      for (const tab of manages ? (["overdue", "deciding", "new", "today"] as const) : [])
        for (const one of await selectInbox(permit, area, { tab, limit: MOST_SHOWN }, today))
          if (!items.some((item) => item.action.to.endsWith(one.id)))
            items.push(itemOf(one, tab, today, base));
      for (const one of manages ? await selectChanged(permit, area, MOST_SHOWN) : [])
        items.push(changedItem(one, base));
      for (const one of manages ? await selectPassedTo(permit, area) : []) items.push(passedItem(one, base));
      const asked = await selectAsked(permit, area, organisationsOf(actor, ["provider"]), MOST_ASKED);
      for (const one of asked.filter(({ state }) => state === "open")) items.push(owedItem(one, today, base));
    }
    return ok(items);
  },
});

function itemOf(one: SupportRequest, tab: Tab, today: PlainDate, base: string): TodayItem {
  const label = one.status in LABELS ? LABELS[one.status as keyof typeof LABELS] : "見る";
  const due = one.dueOn
    ? { due: one.dueOn }
    : tab === "overdue" && !one.fixed
      ? { due: addDays(one.madeOn, LATE_DAYS) }
      : {};
  const late = tab === "overdue" && (!one.dueOn || one.dueOn < today || one.fixed !== null);
  return {
    urgency: late ? "overdue" : "today",
    title: `${late && one.fixed ? "報告未提出" : STATUS_NAMES[one.status].ja}　${one.workplace} ${one.size}人`,
    detail: `受付番号 ${one.number}`,
    ...due,
    action: { to: `${base}/requests/${one.id}`, label },
  };
}

const changedItem = (one: SupportRequest, base: string): TodayItem => ({
  urgency: "today",
  title: `事業所が依頼の内容を変更した　${one.workplace} ${one.size}人`,
  detail: `受付番号 ${one.number}`,
  action: { to: `${base}/requests/${one.id}`, label: "見る" },
});

const passedItem = (one: SupportRequest, base: string): TodayItem => ({
  urgency: "today",
  title: `となりの圏域から引き継がれた　${one.workplace} ${one.size}人`,
  detail: `受付番号 ${one.number}`,
  action: { to: `${base}/requests/${one.id}`, label: "引き受ける" },
});

function owedItem(one: AskedRow, today: PlainDate, base: string): TodayItem {
  const due = plainDateIn(one.deadline!, "Asia/Tokyo");
  return {
    urgency: due < today ? "overdue" : "today",
    title: "依頼への回答",
    detail: `受付番号 ${one.number}`,
    due,
    action: { to: `${base}/asked`, label: "答える" },
  };
}
