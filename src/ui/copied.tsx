import { useEffect, useState } from "react";
import { Button } from "./button.tsx";

const TEXTS = {
  ja: { copy: "コピーする", done: "コピーしました" },
  en: { copy: "Copy", done: "Copied" },
} as const;

/**
 * An address to be handed on, and a button that copies it. The button shows where a script runs; visitors' pages have
 * theirs do it by its `data-copy`.
 */
export function Copied({ text, language = "ja" }: { text: string; language?: "ja" | "en" }) {
  const { copy, done } = TEXTS[language];
  const [ready, setReady] = useState(false);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => setReady(navigator.clipboard !== undefined), []);
  return (
    <p className="my-2 flex flex-wrap items-center gap-3">
      <code className="break-all">{text}</code>
      <Button
        type="button"
        hidden={!ready}
        data-copy={text}
        data-done={done}
        onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        {isCopied ? done : copy}
      </Button>
      <span role="status" className="sr-only">
        {isCopied ? done : ""}
      </span>
    </p>
  );
}
