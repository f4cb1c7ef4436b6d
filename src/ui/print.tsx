import { useEffect, useState } from "react";
import { Button } from "./button.tsx";

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
