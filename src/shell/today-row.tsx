import { showDateJa } from "#platform/kernel/plain-date.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Icon, type IconName } from "#ui/icon.tsx";
import { TODAY } from "./today.messages.ts";

const SIGNS: Readonly<Record<TodayItem["urgency"], IconName>> = {
  overdue: "warning",
  today: "today",
  waiting: "clock",
  begin: "right",
  know: "calendar",
};

/** One thing to do or to know: what, until when, and the one button that leads to it. */
export function TodayRow({
  item,
  primary,
  days,
}: {
  item: TodayItem;
  /** The first of what is to be done now has the page's one primary button. */
  primary: boolean;
  days: number | undefined;
}) {
  const late = item.urgency === "overdue";
  const day = item.on ?? item.due;
  return (
    <li
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-solid-gray-300 px-2 py-3 ${late ? "bg-red-50" : ""}`}
    >
      <Icon name={SIGNS[item.urgency]} className={`size-5 ${late ? "text-red-900" : ""}`} />
      <span className="min-w-0 flex-1 basis-60">
        <span className="block text-std-16B-170 [word-break:auto-phrase]">{item.title}</span>
        {item.detail ? (
          <span className="block text-dns-14N-130 text-solid-gray-700">{item.detail}</span>
        ) : null}
      </span>
      {day && days !== undefined ? (
        <span className="text-right text-dns-14N-130 max-sm:ml-9 max-sm:text-left">
          <span className={`block font-bold ${late ? "text-red-900" : ""}`}>
            {days < 0 ? TODAY.over(-days) : TODAY.left(days)}
          </span>
          <span className="block text-solid-gray-700">
            {item.on ? null : `${TODAY.due} `}
            {showDateJa(day)}
          </span>
        </span>
      ) : null}
      <ButtonLink to={item.action.to} kind={primary ? "primary" : "secondary"} className="max-sm:ml-auto">
        {item.action.label}
      </ButtonLink>
    </li>
  );
}
