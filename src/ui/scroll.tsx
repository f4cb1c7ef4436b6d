import type { ReactNode } from "react";

/** What is wider than a phone scrolls by itself, and shows a shadow on the side where there is more. */
export const ScrollsSideways = ({
  label,
  className = "",
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section className={`scrolls-sideways ${className}`} aria-label={label} tabIndex={0}>
    {children}
  </section>
);
