import type { ReactNode } from "react";
import type { targetBar } from "../model/plan.present.ts";

type Bar = ReturnType<typeof targetBar>;

/** A target with the way done as a bar; what the bar shows stands beside it in words. */
export function TargetBar({ target, title }: { target: Bar; title: ReactNode }) {
  const { from, to, by, now, done, grade } = target;
  return (
    <div className="mt-2 text-dns-14N-130">
      <p>{title}</p>
      <p className="mt-1 flex items-center gap-2 tabular-nums">
        {from}
        <svg
          aria-hidden="true"
          viewBox="0 0 100 8"
          preserveAspectRatio="none"
          className="h-2 w-16 shrink-0 rounded-4"
        >
          <rect width="100" height="8" className="fill-solid-gray-200" />
          <rect width={done ?? 0} height="8" className="fill-blue-900" />
        </svg>
        目標 {to}
      </p>
      <p className="mt-1 text-solid-gray-800">
        {by}年度まで　{now ? `現在 ${now}` : "基準年度より後の値は未登録"}
        {done === null ? "" : `　目標までの${done}％`}　{grade}
      </p>
    </div>
  );
}
