import { useEffect, useState } from "react";
import { Button } from "./button.tsx";

/** Prints the page. Without script there is nothing to press, so the button comes with it; the browser's own menu remains. */
export function PrintButton({ label }: { label: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <Button type="button" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
