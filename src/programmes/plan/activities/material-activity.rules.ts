import { addDays, addMonths, type PlainDate, partsOf } from "#platform/kernel/plain-date.ts";
import type { ActivityInput } from "../model/activity.schema.ts";

export type MaterialMonth = Readonly<{
  materialId: string;
  title: string;
  owner: string;
  month: PlainDate;
  sent: number;
  handedOut: number;
  seen: number;
  opened: number;
}>;

/** Copies that went out are no participants: they are told as what they are, each count by itself. */
export const resultOf = ({ sent, handedOut, seen, opened }: MaterialMonth): string =>
  [
    ...(sent > 0 ? [`発送${sent}部`] : []),
    ...(handedOut > 0 ? [`配布${handedOut}部`] : []),
    ...(seen > 0 ? [`閲覧${seen}人`] : []),
    ...(opened > 0 ? [`短縮URLの閲覧${opened}回`] : []),
  ].join("、");

export const keyOf = ({ materialId, month }: MaterialMonth): string => `${materialId}:${month}`;

/** What went out of a material in a month, as an activity of the plan. */
export function activityOf(one: MaterialMonth): ActivityInput {
  const { year, month } = partsOf(one.month);
  return {
    ...{ kind: "awareness", title: `「${one.title}」の配布（${year}年${month}月）`, isTotal: false },
    ...{ from: one.month, to: addDays(addMonths(one.month, 1), -1), place: "", online: false },
    ...{ host: one.owner || "事務局", hostOrganisationId: null, partners: "", initiativeId: null },
    ...{ sessions: null, participants: null, men: null, women: null, workplaces: null, fee: null },
    result: resultOf(one),
  };
}
