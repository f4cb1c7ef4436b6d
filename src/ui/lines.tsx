import type { ReactNode } from "react";
import { TextLink } from "./button.tsx";
import { Section } from "./page.tsx";

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

type Linked = Readonly<{ id: string; to: string; title: string; detail?: ReactNode; aside?: ReactNode }>;

/** A part of a page with links one under the other, or a sentence where there is none. */
export const LinkSection = ({
  title,
  rows,
  none,
  actions,
}: {
  title: string;
  rows: readonly Linked[];
  none: string;
  actions?: ReactNode;
}) => (
  <Section title={title} actions={actions}>
    {rows.length === 0 ? <p>{none}</p> : null}
    <Lines>
      {rows.map(({ id, to, title, detail, aside }) => (
        <li key={id} className="border-b border-solid-gray-300 py-2">
          <div className="flex flex-wrap justify-between gap-x-6">
            <TextLink to={to}>{title}</TextLink>
            {aside ? <span className="tabular-nums">{aside}</span> : null}
          </div>
          {detail ? <p className="tabular-nums">{detail}</p> : null}
        </li>
      ))}
    </Lines>
  </Section>
);
