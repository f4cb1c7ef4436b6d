import { addDays, type PlainDate } from "#platform/kernel/plain-date.ts";
import type { TodayItem } from "#platform/web/today.ts";

/** Within so many days an order should be on its way. */
const SEND_DAYS = 5;

type Named = Readonly<{ id: string; title: string; label: string }>;

export function ordersItem(
  { orders, since }: Readonly<{ orders: number; since: PlainDate }>,
  home: string,
  today: PlainDate,
): TodayItem {
  const due = addDays(since, SEND_DAYS);
  return {
    urgency: due < today ? "overdue" : "today",
    title: `発送する資材の注文が${orders}件あります`,
    due,
    action: { to: `${home}/material-orders/pick`, label: "出荷リストを開く" },
  };
}

export const lowItem = (
  { id, title, label, available }: Named & Readonly<{ available: number }>,
  home: string,
): TodayItem => ({
  urgency: available <= 0 ? "today" : "know",
  title: `「${title}（${label}）」の残りが${Math.max(0, available)}部です`,
  action: { to: `${home}/material-editions/${id}`, label: "在庫を確認する" },
});

export const staleItem = (
  {
    id,
    title,
    label,
    staleFacts,
    validUntil,
  }: Named & Readonly<{ staleFacts: readonly string[]; validUntil: PlainDate | null }>,
  home: string,
  today: PlainDate,
): TodayItem => ({
  urgency: staleFacts.length > 0 || (validUntil && validUntil < today) ? "today" : "know",
  title:
    staleFacts.length > 0
      ? `「${title}（${label}）」の掲載内容が変わりました`
      : `「${title}（${label}）」の有効期限が近づいています`,
  ...(staleFacts.length > 0 ? { detail: staleFacts.join("、") } : validUntil ? { due: validUntil } : {}),
  action: { to: `${home}/material-editions/${id}`, label: "差し替える" },
});
