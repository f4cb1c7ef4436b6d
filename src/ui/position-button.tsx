import { useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { askPosition, canAskPosition } from "./enhance/position.ts";

/** Fills a form's choice with about where the reader is. Without script, or where others could listen, it is not shown. */
export function PositionButton({ name, label, failed }: { name: string; label: string; failed: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(canAskPosition()), []);
  return (
    <>
      <Button
        type="button"
        hidden={!ready}
        data-position={name}
        data-failed={failed}
        onClick={({ currentTarget }) => askPosition(currentTarget)}
      >
        {label}
      </Button>
      <span role="status" />
    </>
  );
}
