import { organisationsOf } from "#foundation/actors/public.ts";
import { getAreas } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays, type PlainDate, plainDateIn } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import { type ListPage, listTarget, pageOf, readList } from "#platform/lists/list.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { type SupportPermit, supportPolicy } from "../access.ts";
import { isLetGo } from "../model/enquiry.rules.ts";
import { STATUS_NAMES } from "../model/request.messages.ts";
import type { SupportRequest } from "../model/request.schema.ts";
import { aboutAll, aboutArea } from "../support-target.usecases.server.ts";
import { clashesAt } from "./engagement.rules.ts";
import { selectEngagements } from "./engagement.store.server.ts";
import { type AskedRow, selectAnswerBy, selectAsked } from "./enquiry.store.server.ts";
import {
  askedLineOf,
  firstPart,
  INBOX_LIST,
  type InboxQuery,
  type InboxRow,
  inboxRowOf,
  tabOf,
} from "./inbox.present.ts";
import { LATE_DAYS, type Tab } from "./inbox.rules.ts";
import {
  countInbox,
  selectChanged,
  selectInbox,
  selectPassedTo,
  selectToTell,
} from "./inbox.store.server.ts";
import { waitingItems } from "./waiting-today.queries.server.ts";

const ofInbox = aboutArea("request", { list: listTarget(INBOX_LIST) });

/** The coordinator's inbox: one part of it, and how much stands in each. */
export const readInbox = query({
  name: "request.list",
  ...ofInbox,
  async run(permit, { area, list: wanted }) {
    const today = permit.clock.today();
    const counts = await countInbox(permit, area, today);
    const { filter } = wanted;
    const open = filter.part || filter.q ? filter : { ...filter, part: firstPart(counts) };
    const list = { ...wanted, filter: open };
    const tab = tabOf(list);
    const passed = tab === "new" ? await selectPassedTo(permit, area) : [];
    return ok({
      page: await inboxPage(permit, area, list),
      tab,
      counts,
      passed: await rowsOf(permit, passed),
    });
  },
  shows: ({ page, passed }) => [...page.rows, ...passed].map(({ id }) => `request:${id}`),
});

/** A part of the inbox for a file, with no way to reach a workplace. */
export const exportInbox = query({
  name: "request.export",
  fresh: true,
  ...ofInbox,
  run: async (permit, { area, list }) => ok(await inboxPage(permit, area, list)),
  shows: ({ rows }) => rows.map(({ id }) => `request:${id}`),
});

async function inboxPage(permit: SupportPermit, area: AreaId, list: InboxQuery): Promise<ListPage<InboxRow>> {
  const found = await selectInbox(permit, area, list, permit.clock.today());
  return pageOf(INBOX_LIST, list, await rowsOf(permit, found));
}

async function rowsOf(permit: SupportPermit, requests: readonly SupportRequest[]): Promise<InboxRow[]> {
  const names = await getAreas(permit, [...new Set(requests.map((one) => one.municipality as AreaId))]);
  const today = permit.clock.today();
  const answerBy = await selectAnswerBy(
    permit,
    requests.filter(({ status }) => status === "asking").map(({ id }) => id),
  );
  return requests.map((one) => {
    const until = answerBy.get(one.id);
    const town = names.get(one.municipality as AreaId)?.name ?? "";
    return inboxRowOf(one, town, today, until ? plainDateIn(until, "Asia/Tokyo") : null);
  });
}

/** What a supporter was asked, for those who belong to it. */
export const listAsked = query({
  name: "enquiry.list",
  ...aboutArea("request"),
  run: async (permit, { area }) => {
    const own = organisationsOf(permit.actor, ["provider"]);
    const asked = await selectAsked(permit, area, own, MOST_ASKED);
    const engagements = await selectEngagements(permit, area, own, permit.clock.today());
    const towns = await getAreas(permit, [...new Set(asked.map((one) => one.municipality as AreaId))]);
    return ok(
      asked.map((one) => ({
        ...askedLineOf(one, towns.get(one.municipality as AreaId)?.name ?? ""),
        clashes: isLetGo(one.state) ? [] : one.slots.map((slot) => clashesAt(slot, one, engagements)),
      })),
    );
  },
  shows: (asked) => asked.map(({ requestId }) => `request:${requestId}`),
});
const MOST_ASKED = 100;

const LABELS: Readonly<Record<"new" | "deciding" | "fixed" | "reported", string>> = {
  new: "打診する",
  deciding: "決める",
  fixed: "見る",
  reported: "完了にする",
};
const MOST_SHOWN = 20;

/** What is to be done of requests today: by the secretariat, and answers that a supporter owes. */
export const supportToday = query({
  name: "request.today",
  ...aboutAll("request"),
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
        for (const one of await selectInbox(permit, area, firstOf(tab), today))
          if (!items.some((item) => item.action.to.endsWith(one.id)))
            items.push(itemOf(one, tab, today, base));
      if (manages) items.push(...(await waitingItems(permit, area, base)));
      for (const one of manages ? await selectChanged(permit, area, MOST_SHOWN) : [])
        items.push(changedItem(one, base));
      for (const one of manages ? await selectToTell(permit, area, MOST_SHOWN) : [])
        items.push(tellItem(one, base));
      for (const one of manages ? await selectPassedTo(permit, area) : []) items.push(passedItem(one, base));
      const asked = await selectAsked(permit, area, organisationsOf(actor, ["provider"]), MOST_ASKED);
      for (const one of asked.filter(({ state }) => state === "open")) items.push(owedItem(one, today, base));
    }
    return ok(items);
  },
});

const firstOf = (part: Tab): InboxQuery => {
  const list = readList(INBOX_LIST, new URLSearchParams({ part }));
  return { ...list, limit: MOST_SHOWN - 1 };
};

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

const tellItem = (one: SupportRequest, base: string): TodayItem => ({
  urgency: "today",
  title: `電話で連絡してください　${one.workplace}`,
  detail: `${one.phone || "電話番号の登録なし"}・受付番号 ${one.number}`,
  action: { to: `${base}/requests/${one.id}`, label: "連絡する" },
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
