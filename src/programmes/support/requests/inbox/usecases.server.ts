import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { getAreas } from "#foundation/areas/public.ts";
import { act, authorise, type Work } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { addDays, daysBetween, type PlainDate, plainDateIn } from "#platform/kernel/plain-date.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { supportPolicy } from "../../access.ts";
import { type AskedRow, selectAsked } from "../../enquiries/store.server.ts";
import { selectChanged } from "../changing/store.server.ts";
import { STATUS_NAMES } from "../messages.ts";
import type { SupportRequest } from "../schema.ts";
import { LATE_DAYS, type Tab } from "./rules.ts";
import { countInbox, selectInbox, selectPassedTo } from "./store.server.ts";

const A_PAGE = 30;

export type InboxRow = SupportRequest & Readonly<{ age: number; daysLeft: number | null; town: string }>;
export type Inbox = Readonly<{
  rows: readonly InboxRow[];
  counts: Readonly<Record<Exclude<Tab, "all">, number>>;
  passed: readonly InboxRow[];
  after: string | undefined;
}>;

/** The coordinator's inbox: one part of it, and how much stands in each. */
export function readInbox(
  app: App,
  actor: Actor,
  area: AreaId,
  { tab, text, after }: { tab: Tab; text?: string | undefined; after?: string | undefined },
): Promise<Result<Inbox>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, supportPolicy, "request.list", { type: "request", area });
    if (!permit.ok) return permit;
    const today = unit.clock.today();
    const [at, id] = (after ?? "").split("_");
    const place = at && id ? ([at, id] as const) : undefined;
    const found = await selectInbox(unit, area, { tab, text, after: place, limit: A_PAGE + 1 }, today);
    const passed = tab === "new" ? await selectPassedTo(unit, area) : [];
    const shown = found.slice(0, A_PAGE);
    const names = await getAreas(
      unit,
      [...shown, ...passed].map((one) => one.municipality as AreaId),
    );
    const last = found.length > A_PAGE ? shown.at(-1) : undefined;
    const row = (one: SupportRequest): InboxRow => ({
      ...one,
      age: daysBetween(one.madeOn, today),
      daysLeft: one.dueOn && daysBetween(today, one.dueOn),
      town: names.get(one.municipality as AreaId)?.name ?? "",
    });
    return ok({
      rows: shown.map(row),
      counts: await countInbox(unit, area, today),
      passed: passed.map(row),
      after: last && `${last.madeAt.toISOString()}_${last.id}`,
    });
  });
}

export const organisationsOf = (actor: Actor, role: "workplace" | "provider"): OrganisationId[] =>
  actor.kind === "person"
    ? actor.memberships.filter((one) => one.role === role).map((one) => one.organisationId)
    : [];

/** What a supporter was asked, for those who belong to it. */
export const askedOfMe = (app: App, actor: Actor, area: AreaId): Promise<AskedRow[]> =>
  withRows(app.db, scopeOf(actor), (permit) =>
    selectAsked(permit, area, organisationsOf(actor, "provider"), 100),
  );

const LABELS: Readonly<Record<"new" | "deciding" | "fixed" | "reported", string>> = {
  new: "打診する",
  deciding: "決める",
  fixed: "見る",
  reported: "終わりにする",
};
const MOST_SHOWN = 20;

/** What is to be done of requests today: by the secretariat, and answers that a supporter owes. */
export async function supportToday(app: App, actor: Actor): Promise<TodayItem[]> {
  if (actor.kind !== "person") return [];
  const areas = [...new Set(actor.memberships.flatMap((one) => one.areas))];
  return withRows(app.db, scopeOf(actor), async (permit) => {
    const items: TodayItem[] = [];
    const today = app.clock.today();
    const slugs = await getAreas(permit as Work, areas);
    for (const area of areas) {
      const base = `/areas/${slugs.get(area)?.slug ?? area}`;
      const manages = supportPolicy.may(actor, "request.manage", { type: "request", area }) !== undefined;
      for (const tab of manages ? (["overdue", "deciding", "new", "today"] as const) : [])
        for (const one of await selectInbox(permit, area, { tab, limit: MOST_SHOWN }, today))
          if (!items.some((item) => item.action.to.endsWith(one.id)))
            items.push(itemOf(one, tab, today, base));
      for (const one of manages ? await selectChanged(permit, area, MOST_SHOWN) : [])
        items.push(changedItem(one, base));
      for (const one of manages ? await selectPassedTo(permit, area) : []) items.push(passedItem(one, base));
      const owed = (await selectAsked(permit, area, organisationsOf(actor, "provider"), 100)).filter(
        (one) => one.state === "open",
      );
      for (const one of owed) items.push(owedItem(one, today, base));
    }
    return items;
  });
}

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
    title: `${late && one.fixed ? "報告がまだ届いていない" : STATUS_NAMES[one.status].ja}　${one.workplace} ${one.size}人`,
    detail: `受付番号 ${one.number}`,
    ...due,
    action: { to: `${base}/requests/${one.id}`, label },
  };
}

const changedItem = (one: SupportRequest, base: string): TodayItem => ({
  urgency: "today",
  title: `事業所が依頼の内容を直した　${one.workplace} ${one.size}人`,
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
    title: "依頼への返事",
    detail: `受付番号 ${one.number}`,
    due,
    action: { to: `${base}/asked`, label: "答える" },
  };
}
