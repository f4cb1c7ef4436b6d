import { Fragment, type ReactNode } from "react";
import { useActionData, useRouteLoaderData } from "react-router";
import type { FormAnswer } from "#platform/kernel/form-answer.ts";

const FAILED = { ja: "エラー：", en: "Error: " } as const;

/** Whether the page comes back because a form on it was refused. */
function isRefused(answer: unknown): boolean {
  const {
    errors = {},
    message,
    overtaken,
    refused,
  } = (answer ?? {}) as Partial<FormAnswer & { refused: string }>;
  return Object.keys(errors).length > 0 || Boolean(message ?? overtaken ?? refused);
}

/**
 * The head of a page: its title for the browser and for the reader, what it is, and what can be done here. Who hears the
 * browser's title first is told there that a form was refused.
 */
export function PageHead({
  title,
  place,
  lead,
  actions,
  language,
}: {
  title: string;
  /** Of which area or thing it is, in a line of its own: a long name breaks badly beside the title on a phone. */
  place?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** The language of the title, where it is not that of the page. */
  language?: string | undefined;
}) {
  const root = useRouteLoaderData<{ language?: string }>("root");
  const failed = isRefused(useActionData()) ? FAILED[root?.language === "en" ? "en" : "ja"] : "";
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-4">
      <title>{`${failed}${title}${typeof place === "string" ? `　${place}` : ""} | 結 Yui`}</title>
      <meta property="og:title" content={title} />
      <div className="min-w-0">
        <h1 className="text-std-28B-150" lang={language}>
          {inParts(title)}
        </h1>
        {place ? <p className="mt-1 text-std-18N-160">{place}</p> : null}
        {lead ? <div className="mt-1 text-std-16N-170 text-solid-gray-800">{lead}</div> : null}
      </div>
      {actions ? <div className="no-print flex flex-wrap gap-3">{actions}</div> : null}
    </header>
  );
}

/** A title breaks between what the page is and what it is of, where both find room on a line of their own. */
const inParts = (title: string): ReactNode =>
  title.split("　").map((part, i) => (
    <Fragment key={part}>
      {i > 0 ? "　" : null}
      <span className="inline-block">{part}</span>
    </Fragment>
  ));

/** A part of a page under its own heading, set off by a line. */
export function Section({
  title,
  id,
  lead,
  actions,
  children,
}: {
  title: string;
  id?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={id} className="mt-10 border-t border-solid-gray-300 pt-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h2 className="text-std-22B-150">{title}</h2>
        {actions ? <div className="no-print flex flex-wrap gap-3">{actions}</div> : null}
      </div>
      {lead ? <div className="mt-1 text-std-16N-170 text-solid-gray-800">{lead}</div> : null}
      <div className="mt-4">{children}</div>
    </section>
  );
}

/** Names and values, one pair a line; a name without a value (`null`, `undefined`) is left out. */
export function Facts({ items }: { items: readonly { name: string; value: ReactNode }[] }) {
  const told = items.filter(({ value }) => value !== null && value !== undefined);
  return (
    <dl className="grid max-w-3xl grid-cols-1 border-t border-solid-gray-300 sm:grid-cols-[12rem_1fr]">
      {told.map((item) => (
        <div key={item.name} className="contents">
          <dt className="border-solid-gray-300 pt-2 text-std-16B-170 sm:border-b sm:py-2">{item.name}</dt>
          <dd className="border-b border-solid-gray-300 pb-2 text-std-16N-170 sm:py-2">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
