import { NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { DatasetAsked, type DatasetRow, type Published, pageOfRows } from "#foundation/datasets/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { eventPolicy } from "../access.ts";
import { KINDS, THEMES } from "../model/event-kinds.schema.ts";
import { selectDraftsSince, selectEveryEvent } from "./dataset.store.server.ts";

/** Events that are public, those that were called off among them; what was deleted or is a draft again is gone. */
const listEventChanges = query({
  name: "event.list-changes",
  policy: eventPolicy,
  target: DatasetAsked,
  subject: () => ({ type: "event", area: NATION }),
  async run(permit, asked, app) {
    const rows = (await selectEveryEvent(permit)).map(
      (one): DatasetRow => ({
        ...{ id: one.id, at: one.updatedAt, gone: one.deletedAt !== null },
        values: {
          ...{ area: one.areaId, kind: one.kind, theme: one.theme, title: one.title, summary: one.summary },
          ...{ audience: one.audience, place: one.place, address: one.address, online: one.online },
          ...{ fee: one.fee, first_day: one.firstDay, last_day: one.lastDay, sessions: one.sessions },
          cancelled: one.state === "cancelled",
          url: `${app.config.origin}/areas/${one.areaId}/events/${one.id}`,
        },
      }),
    );
    const drafts = asked.since ? await selectDraftsSince(permit, asked.since) : [];
    const gone = drafts.map(({ id, at }) => ({ id, at, gone: true, values: {} }));
    return ok<readonly DatasetRow[]>(pageOfRows([...rows, ...gone], asked));
  },
});

export const EVENTS_PUBLISHED: Published = {
  datasets: [
    {
      name: "events",
      title: { ja: "催し・研修会", en: "Events and trainings" },
      description: {
        ja: "公開している催し・研修会・相談会です。中止したものも「中止」として残ります。",
        en: "Public events, trainings and consultation days; those called off stay, marked so.",
      },
      frequency: "R/P1D",
      fields: [
        { name: "area", title: "地域", type: "string", required: true },
        { name: "kind", title: "種類", type: "string", values: KINDS, required: true },
        { name: "theme", title: "テーマ", type: "string", values: THEMES },
        { name: "title", title: "題名", type: "string", required: true },
        { name: "summary", title: "内容", type: "string" },
        { name: "audience", title: "対象", type: "string" },
        { name: "place", title: "会場", type: "string" },
        { name: "address", title: "会場の所在地", type: "string" },
        { name: "online", title: "オンライン", type: "boolean", required: true },
        { name: "fee", title: "参加費", type: "string" },
        { name: "first_day", title: "開始日", type: "date" },
        { name: "last_day", title: "終了日", type: "date" },
        { name: "sessions", title: "回数", type: "integer", required: true },
        { name: "cancelled", title: "中止", type: "boolean", required: true },
        { name: "url", title: "URL", type: "string", required: true },
      ],
      rows: listEventChanges,
    },
  ],
};
