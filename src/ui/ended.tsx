import type { ReactNode } from "react";
import { ButtonLink } from "./button.tsx";
import { PageHead } from "./page.tsx";

/** What a link or a number that opens nothing leads to: what it is, why, and a way on. */
export function Ended({
  title,
  why,
  to,
  label,
}: {
  title: string;
  why: readonly ReactNode[];
  to: string;
  label: string;
}) {
  return (
    <div className="max-w-2xl">
      <PageHead title={title} />
      {why.map((sentence, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sentences stand still
        <p key={at} className="my-3 text-std-16N-170">
          {sentence}
        </p>
      ))}
      <p className="mt-8">
        <ButtonLink to={to}>{label}</ButtonLink>
      </p>
    </div>
  );
}
