import type { ReactNode } from "react";

/**
 * What is wider than a phone scrolls by itself, and shows a shadow on the side where there is more. It holds what is there for
 * readers of the screen alone, which else would widen the page.
 */
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
  <section className={`scrolls-sideways relative ${className}`} aria-label={label} tabIndex={0}>
    {children}
  </section>
);
