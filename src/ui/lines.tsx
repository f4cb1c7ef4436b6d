import type { ReactNode } from "react";

/** Entries one under the other with a line between; where there is none, nothing is drawn. */
export const Lines = ({ className = "", children }: { className?: string; children: ReactNode }) => (
  <ul className={`border-t border-solid-gray-300 empty:border-t-0 ${className}`}>{children}</ul>
);

/** An entry: at the left what it tells, at the right what can be done with it, below on a phone. */
export const Line = ({
  id,
  centred = false,
  children,
}: {
  id?: string;
  /** Where what it tells is a line or two beside a button. */
  centred?: boolean;
  children: ReactNode;
}) => (
  <li
    id={id}
    className={`flex flex-wrap ${centred ? "items-center" : "items-start"} justify-between gap-x-6 gap-y-2 border-b border-solid-gray-300 py-3`}
  >
    {children}
  </li>
);
