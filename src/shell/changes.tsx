import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { TextLink } from "#ui/button.tsx";
import { TODAY } from "./today.messages.ts";

type Change = Readonly<{ at: number; day: PlainDate; title: string; to: string; done: string }>;

/** What others have changed since one last looked. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <section className="mt-8">
      <h2 className="text-std-16B-170">{TODAY.changes}</h2>
      {changes.length === 0 ? <p className="mt-1 text-solid-gray-700">{TODAY.noChanges}</p> : null}
      <ul>
        {changes.map(({ at, day, title, to, done }) => (
          <li key={at + to} className="border-b border-solid-gray-300 py-2">
            <TextLink to={to}>{title}</TextLink>
            <span className="block text-dns-14N-130 text-solid-gray-700">
              {done}・{showDateJa(day)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
