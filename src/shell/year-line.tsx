import { showDateJa } from "#platform/kernel/plain-date.ts";
import { TextLink } from "#ui/button.tsx";
import { Icon } from "#ui/icon.tsx";
import { TODAY } from "./today.messages.ts";
import type { Station } from "./year.rules.ts";

const KNOT: Readonly<Record<Station["state"], string>> = {
  done: "border-solid-gray-900 bg-white",
  now: "border-blue-900 bg-blue-900",
  ahead: "border-solid-gray-536 bg-white",
};

/** The year as a thread from above to below: what is over, where it stands, what comes. */
export function YearLine({ title, stations }: { title: string; stations: readonly Station[] }) {
  return (
    <section className="mb-8">
      <h2 className="text-std-16B-170">{title}</h2>
      <ol className="mt-3">
        {stations.map(({ title: name, day, state, link }) => (
          <li
            key={day + name}
            aria-current={state === "now" ? "step" : undefined}
            className={`relative ml-3.5 border-l-2 pb-4 pl-6 last:border-transparent ${state === "done" ? "border-solid-gray-900" : "border-dotted border-solid-gray-420"}`}
          >
            <span
              aria-hidden="true"
              className={`absolute -left-3.5 flex size-6.5 items-center justify-center rounded-full border-2 ${KNOT[state]}`}
            >
              {state === "done" ? <Icon name="check" className="size-4" /> : null}
              {state === "now" ? <span className="size-2.5 rounded-full bg-white" /> : null}
            </span>
            <span className={state === "now" ? "font-bold text-blue-900" : "font-bold"}>
              {link ? <TextLink to={link}>{name}</TextLink> : name}
              {state === "now" ? (
                <span className="ml-2 rounded-4 border border-blue-900 px-1.5 text-dns-14N-130">
                  {TODAY.now}
                </span>
              ) : (
                <span className="sr-only">（{TODAY[state]}）</span>
              )}
            </span>
            <span className="block text-dns-14N-130 text-solid-gray-700">{showDateJa(day)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
