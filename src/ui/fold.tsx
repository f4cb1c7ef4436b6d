import type { ReactNode } from "react";

/** What is needed seldom, behind one tap; open from the start where something in it is filled or wrong. */
export function Fold({
  summary,
  open,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className="my-3">
      <summary className="min-h-11 cursor-pointer py-2 text-std-16N-170 underline underline-offset-4">
        {summary}
      </summary>
      <div className="border-l-4 border-solid-gray-300 pl-4">{children}</div>
    </details>
  );
}
