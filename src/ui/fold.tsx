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
      <summary className="flex min-h-12 items-center border-b border-solid-gray-300 py-2 text-std-16N-170 text-blue-1000">
        {summary}
      </summary>
      <div className="border-l-4 border-solid-gray-300 pl-4">{children}</div>
    </details>
  );
}

/** As Fold, for a form or a few lines of a page, without a frame. */
export const Folded = ({
  summary,
  open,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) => (
  <details className="my-3" open={open}>
    <summary className="inline-flex min-h-12 items-center text-blue-1000">{summary}</summary>
    {children}
  </details>
);
