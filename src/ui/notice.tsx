import { type ReactNode, useEffect, useRef } from "react";

type Kind = "info" | "success" | "warning" | "error";

const LOOKS: Readonly<Record<Kind, { line: string; ja: string; en: string }>> = {
  info: { line: "border-blue-900", ja: "お知らせ", en: "Note" },
  success: { line: "border-success-2", ja: "できました", en: "Done" },
  warning: { line: "border-warning-yellow-2", ja: "注意", en: "Attention" },
  error: { line: "border-error-1", ja: "確認してください", en: "Please check" },
};

/** What just happened or needs care. The word at the front says the kind, not the colour alone. */
export function Notice({
  kind = "info",
  title,
  language = "ja",
  children,
}: {
  kind?: Kind;
  title?: string;
  language?: "ja" | "en";
  children?: ReactNode;
}) {
  const look = LOOKS[kind];
  const place = useRef<HTMLDivElement>(null);
  // What failed is said at the top of a page whose button may stand far below.
  useEffect(() => {
    if (kind === "error") place.current?.scrollIntoView({ block: "nearest" });
  });
  return (
    <div
      ref={place}
      data-refused={kind === "error" || undefined}
      role={kind === "error" ? "alert" : "status"}
      className={`my-6 border-l-8 ${look.line} bg-solid-gray-50 py-3 pr-4 pl-4`}
    >
      <p className="text-std-16B-170">
        <span className="mr-2">{look[language]}:</span>
        {title}
      </p>
      {children ? <div className="text-std-16N-170">{children}</div> : null}
    </div>
  );
}

/** A list with nothing in it: what to do first. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="my-6 border-y border-solid-gray-300 py-8 text-center">
      <p className="text-std-18B-160">{title}</p>
      {children ? <div className="mt-3 text-std-16N-170">{children}</div> : null}
    </div>
  );
}
