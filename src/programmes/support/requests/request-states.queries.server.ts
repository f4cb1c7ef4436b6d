import { query, reachWholeArea } from "#foundation/authority/public.ts";
import { type DatasetRow, KeyedAsked, type Published } from "#foundation/datasets/public.ts";
import { isUuid } from "#platform/kernel/ids.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { supportPolicy } from "../access.ts";
import { STATUSES } from "../model/request.rules.ts";
import { selectStates } from "./request-states.store.server.ts";

/** Where the requests of an area stand, for a program with a key: numbers, states and days, and nobody's name. */
const listStates = query({
  name: "request.list-states",
  policy: supportPolicy,
  target: KeyedAsked,
  subject: (_find, { area, client }) => ({ type: "api-client", id: client, area }),
  async run(permit, asked) {
    if (asked.after && !isUuid(asked.after.id)) return notFound("place");
    await reachWholeArea(permit);
    const rows = (await selectStates(permit, asked)).map(
      ({ id, number, status, statusSince, madeOn, dueOn, fixedDay }): DatasetRow => ({
        ...{ id, at: statusSince, gone: false },
        values: { number, status, made_on: madeOn, due_on: dueOn, fixed_day: fixedDay },
      }),
    );
    return ok<readonly DatasetRow[]>(rows);
  },
});

export const SUPPORT_PUBLISHED: Published = {
  keyed: [
    {
      name: "request-states",
      title: { ja: "依頼の状況（受付番号・状況・日付）", en: "States of requests" },
      description: {
        ja: "圏域の依頼の受付番号・状況・日付です。事業所名や連絡先は含みません。",
        en: "Numbers, states and days of an area's requests; no workplace and no contact.",
      },
      frequency: "R/PT1M",
      fields: [
        { name: "number", title: "受付番号", type: "string", required: true },
        { name: "status", title: "状況", type: "string", values: STATUSES, required: true },
        { name: "made_on", title: "受付日", type: "date", required: true },
        { name: "due_on", title: "期限", type: "date" },
        { name: "fixed_day", title: "訪問日", type: "date" },
      ],
      rows: listStates,
    },
  ],
};
