import { secretariatOf } from "#foundation/identity/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import type { TodayItem } from "#platform/web/today.ts";
import type { SupportPermit } from "../access.ts";
import { selectWaiting, type WaitingRow } from "./waiting-today.store.server.ts";

/**
 * What the secretariat waits for or has still to see to: answers that are out, a workplace that can be told by telephone alone,
 * a report that nobody has read to the end.
 */
export async function waitingItems(permit: SupportPermit, area: AreaId, base: string): Promise<TodayItem[]> {
  const rows = await selectWaiting(permit, area, permit.clock.today());
  return [...(await officeSteps(permit, area)), ...rows.map((one) => waitingItem(one, base))];
}

/** A window is nothing without a telephone number: whoever has none of a secretariat is led to its entry. */
async function officeSteps(permit: SupportPermit, area: AreaId): Promise<TodayItem[]> {
  const offices = [...(await getOrganisations(permit, await secretariatOf(permit, area))).values()];
  if (offices.length === 0 || offices.some(({ phone }) => phone !== "")) return [];
  return [
    {
      urgency: "begin",
      title: "事務局の電話番号を登録する",
      detail: "相談窓口の受付ページとお知らせのメールに表示します",
      action: { to: `/organisations/${offices[0]!.id}`, label: "登録する" },
    },
  ];
}

function waitingItem(one: WaitingRow, base: string): TodayItem {
  const to = `${base}/requests/${one.id}`;
  if (one.status === "asking")
    return {
      urgency: "waiting",
      title: `打診の回答待ち：${one.workplace}`,
      detail: `回答 ${one.asked - one.open}／${one.asked}機関・受付番号 ${one.number}`,
      ...(one.deadline ? { due: plainDateIn(one.deadline, "Asia/Tokyo") } : {}),
      action: { to, label: "回答を確認" },
    };
  if (one.status === "fixed")
    return {
      urgency: "waiting",
      title: `日程を電話でお知らせください：${one.workplace}`,
      detail: [one.phone, one.fixedDay && `予定日 ${showDateJa(one.fixedDay)}`].filter(Boolean).join("・"),
      action: { to, label: "開く" },
    };
  return {
    urgency: "waiting",
    title: `報告を確認して完了にしてください：${one.workplace}`,
    detail: `受付番号 ${one.number}`,
    action: { to, label: "確認する" },
  };
}
