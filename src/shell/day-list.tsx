import { showDateJa } from "#platform/kernel/plain-date.ts";
import type { CalendarItem } from "#platform/web/today.ts";
import { TextLink } from "#ui/button.tsx";

/** What has a day, one under the other. */
export function DayList({ items, empty }: { items: readonly CalendarItem[]; empty: string }) {
  if (items.length === 0) return <p className="mt-1 text-solid-gray-700">{empty}</p>;
  return (
    <ul className="mt-1">
      {items.map((item) => (
        <li key={item.link + item.day} className="border-b border-solid-gray-300 py-2">
          <span className="block text-dns-14N-130 text-solid-gray-700">
            {showDateJa(item.day)}
            {item.from ? ` ${item.from}–${item.to}` : ""}
          </span>
          {item.kind} <TextLink to={item.link}>{item.title}</TextLink>
          {item.place ? (
            <span className="ml-2 text-dns-14N-130 text-solid-gray-700">{item.place}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
