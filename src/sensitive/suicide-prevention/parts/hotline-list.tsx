import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { KOKORO, type Spoken } from "../model/kokoro.messages.ts";

type Shown = Readonly<{
  key: string;
  name: string;
  number: string;
  hours: string;
  seen: string;
  source: string;
  checked: boolean;
  checkedOn: PlainDate | null;
}>;

/** Numbers in sight, each with where and when it was read, and when somebody called it. */
export function HotlineList({
  hotlines,
  language,
  most = 20,
}: {
  hotlines: readonly Shown[];
  language: Spoken;
  most?: number;
}) {
  const { kokoro: say } = KOKORO[language];
  const day = (on: PlainDate) => (language === "en" ? on : showDateJa(on));
  return (
    <ul className="my-3">
      {hotlines.slice(0, most).map((one) => (
        <li key={one.key} className="border-b border-solid-gray-300 py-2">
          <a className="text-std-20B-150 text-blue-1000 underline" href={`tel:${one.number}`}>
            {one.number}
          </a>{" "}
          <span lang="ja">
            {one.name}（{one.hours}）
          </span>
          <span className="block text-dns-14N-130 text-solid-gray-800">
            {one.checked ? say.seen(one.seen, one.source) : ""}{" "}
            {one.checkedOn ? say.checked(day(one.checkedOn)) : ""}
          </span>
        </li>
      ))}
    </ul>
  );
}
