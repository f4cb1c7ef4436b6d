import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link } from "react-router";

type Kind = "primary" | "secondary" | "danger" | "plain";

const LOOKS: Readonly<Record<Kind, string>> = {
  primary:
    "bg-blue-900 text-white border-blue-900 hover:bg-blue-1000 hover:border-blue-1000 active:bg-blue-1200",
  secondary: "bg-white text-blue-900 border-blue-900 hover:bg-blue-100 active:bg-blue-200",
  danger: "bg-white text-error-2 border-error-2 hover:bg-red-50 active:bg-red-100",
  plain: "bg-transparent text-blue-900 border-transparent underline underline-offset-4 hover:bg-blue-50",
};

const SHAPE =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-8 border px-4 py-2 text-oln-16B-100 cursor-pointer aria-disabled:cursor-not-allowed aria-disabled:border-solid-gray-300 aria-disabled:bg-solid-gray-50 aria-disabled:text-solid-gray-536";

/** A button of a form. One primary button a screen. */
export function Button({
  kind = "secondary",
  className = "",
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { kind?: Kind }) {
  return <button type="submit" className={`${SHAPE} ${LOOKS[kind]} ${className}`} {...rest} />;
}

/** A way to another page that looks like a button; on paper it leads nowhere and is left out (app.css). */
export function ButtonLink({
  to,
  kind = "secondary",
  children,
  reload = false,
  className = "",
}: {
  to: string;
  kind?: Kind;
  children: ReactNode;
  /** For files: a full request instead of a page change. */
  reload?: boolean;
  className?: string;
}) {
  return (
    <Link to={to} reloadDocument={reload} className={`${SHAPE} ${LOOKS[kind]} ${className}`} data-acts="">
      {children}
    </Link>
  );
}

/** A link in running text. */
export function TextLink({
  to,
  children,
  reload = false,
}: {
  to: string;
  children: ReactNode;
  reload?: boolean;
}) {
  return (
    <Link
      to={to}
      reloadDocument={reload}
      className="text-blue-1000 underline underline-offset-4 hover:decoration-2"
    >
      {children}
    </Link>
  );
}
