import { useEffect, useState } from "react";
import { Button } from "./button.tsx";

/** On paper alone: the day on which the page was printed. Its number is written by the style sheet. */
export const PrintedOn = ({ day, language = "ja" }: { day: string; language?: "ja" | "en" }) => (
  <p className="print-only text-right text-dns-14N-130">
    {language === "ja" ? `${day}現在　結 Yui` : `As of ${day}, Yui`}
  </p>
);

/** Prints the page. Without script there is nothing to press, so a script shows the button; the browser's own menu remains. */
export function PrintButton({ label }: { label: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <Button type="button" hidden={!ready} data-print onClick={() => window.print()}>
      {label}
    </Button>
  );
}
