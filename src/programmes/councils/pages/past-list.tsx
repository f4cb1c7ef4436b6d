import type { ReactNode } from "react";
import type { PastLine } from "../past/past.present.ts";

/** What happened, or the plans above, the earliest first. */
export const PastList = ({
  lines,
  none,
  after,
}: {
  lines: readonly PastLine[];
  none: string;
  /** What can be done with a line. */
  after?: (line: PastLine) => ReactNode;
}) =>
  lines.length === 0 ? (
    <p>{none}</p>
  ) : (
    <ul className="max-w-4xl border-t border-solid-gray-300">
      {lines.map((line) => (
        <li
          key={line.id}
          id={`past-${line.id}`}
          className="gap-x-6 border-b border-solid-gray-300 py-2 sm:grid sm:grid-cols-[14rem_1fr]"
        >
          <p className="tabular-nums text-solid-gray-800">{line.when}</p>
          <div>
            {line.kind === "plan" && line.document ? (
              <p className="text-std-16B-170">{line.document}</p>
            ) : null}
            <p>{line.text}</p>
            {line.kind === "event" && line.document ? (
              <p className="text-dns-14N-130 text-solid-gray-700">資料：{line.document}</p>
            ) : null}
            {after?.(line)}
          </div>
        </li>
      ))}
    </ul>
  );
