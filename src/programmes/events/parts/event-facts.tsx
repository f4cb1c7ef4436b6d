import { showDateJa } from "#platform/kernel/plain-date.ts";
import { Facts } from "#ui/page.tsx";
import type { EventFacts } from "../catalogue/event.present.ts";
import { EVENTS } from "../catalogue/event-page.messages.ts";
import type { Spoken } from "../model/event-kinds.schema.ts";

/** What anybody may know of an event. */
export function EventFactsList({ event, language }: { event: EventFacts; language: Spoken }) {
  const text = EVENTS[language];
  const own = (told: string) => (told ? <span lang="ja">{told}</span> : null);
  return (
    <Facts
      items={[
        {
          name: text.when,
          value: (
            <ul>
              {event.sessions.map((one) => (
                <li key={one.id} className={one.state === "cancelled" ? "line-through" : ""}>
                  {one.state === "cancelled" ? `${one.text}（${one.stateName}）` : one.text}
                </li>
              ))}
            </ul>
          ),
        },
        { name: text.place, value: own(event.place) },
        { name: "", value: event.online ? text.online : null },
        { name: text.hosts, value: own(event.hosts.join("、")) },
        { name: text.audience, value: own(event.audience) },
        { name: text.theme, value: event.theme },
        { name: text.fee, value: own(event.fee) },
        { name: text.capacity, value: event.capacity === null ? null : text.people(event.capacity) },
        {
          name: text.closesOn,
          value: event.closesOn && (language === "ja" ? showDateJa(event.closesOn) : event.closesOn),
        },
        { name: text.phone, value: event.phone || null },
      ].filter(({ value }) => value !== null)}
    />
  );
}

/** The written rules of the waiting line, as who signs up reads them. */
export const LineRules = ({ event, title }: { event: EventFacts; title: string }) =>
  event.signsUp && event.capacity !== null ? (
    <details className="my-4">
      <summary className="inline-flex min-h-11 cursor-pointer items-center underline">{title}</summary>
      <ul className="ml-6 list-disc">
        {event.lineRules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </details>
  ) : null;
