import { useEffect } from "react";
import { useRevalidator } from "react-router";
import { ButtonLink } from "../button.tsx";
import { CommandForm } from "../form.tsx";
import { type ImportShown, WORDS } from "./words.ts";

const ASK_AGAIN_MS = 1500;

/** How far the work has come. Asks again by itself; without script, by the link. */
export function Progress({
  one,
  prefix,
  here,
  answer,
}: {
  one: ImportShown;
  prefix: string;
  here: string;
  answer: unknown;
}) {
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
        {one.stateLabel}　{WORDS.progress(one.counts.read, one.percent)}
      </p>
      <progress
        aria-label={one.stateLabel}
        className="mt-3 h-4 w-full accent-blue-900"
        max={100}
        value={one.percent}
      />
      <p className="mt-2 text-std-16N-170">{WORDS.waiting}</p>
      <div className="mt-4 flex gap-3">
        <ButtonLink to={here}>{WORDS.look}</ButtonLink>
        {one.steps.includes("cancel") ? (
          <CommandForm command={`${prefix}.cancel`} answer={answer} submit={WORDS.cancel} kind="plain" />
        ) : null}
      </div>
    </div>
  );
}
