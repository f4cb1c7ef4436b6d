import { useEffect } from "react";
import { useRevalidator } from "react-router";
import { ButtonLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PAGE, STATE_LABEL } from "../messages.ts";
import type { ImportPage } from "../present.ts";

const ASK_AGAIN_MS = 1500;

/** How far the work has come. Asks again by itself; without script, by the link. */
export function Progress({ one, answer }: { one: ImportPage; answer: unknown }) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => {
      if (state === "idle") void revalidate();
    }, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [revalidate, state]);
  return (
    <div className="my-6 max-w-xl">
      <p role="status" className="text-std-18B-160">
        {STATE_LABEL[one.state]}　{PAGE.progress(one.counts.read.toLocaleString("ja"), one.percent)}
      </p>
      <progress
        aria-label={STATE_LABEL[one.state]}
        className="mt-3 h-4 w-full accent-blue-900"
        max={100}
        value={one.percent}
      />
      <p className="mt-2 text-std-16N-170">{PAGE.waiting}</p>
      <div className="mt-4 flex gap-3">
        <ButtonLink to={`/imports/${one.id}`}>{PAGE.look}</ButtonLink>
        {one.state === "checking" ? (
          <CommandForm command="import.cancel" answer={answer} submit={PAGE.cancel} kind="plain" />
        ) : null}
      </div>
    </div>
  );
}
