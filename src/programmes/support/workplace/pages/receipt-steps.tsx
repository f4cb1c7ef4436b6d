import { Section } from "#ui/page.tsx";
import type { Language } from "../../model/offer.messages.ts";
import { STEPS } from "../receipt-steps.messages.ts";
import type { ReceiptStep } from "../receipt-steps.present.ts";

const RING: Readonly<Record<ReceiptStep["is"], string>> = {
  done: "border-blue-900 bg-white text-blue-900",
  now: "border-blue-900 bg-blue-900 text-white",
  next: "border-solid-gray-600 border-dashed bg-white text-solid-gray-700",
};

/** Where a request stands among its steps, each with when it was or by when it will be. */
export function Steps({ steps, language }: { steps: readonly ReceiptStep[]; language: Language }) {
  const text = STEPS[language];
  if (steps.length === 0) return null;
  return (
    <Section title={text.title}>
      <ol>
        {steps.map((one, index) => (
          <li
            key={one.name}
            aria-current={one.is === "now" ? "step" : undefined}
            className="relative flex gap-4 pb-5 last:pb-0"
          >
            <span
              aria-hidden="true"
              className={`z-10 flex size-8 shrink-0 items-center justify-center rounded-full border-2 text-std-16B-170 ${RING[one.is]}`}
            >
              {one.is === "done" ? "✓" : index + 1}
            </span>
            {index < steps.length - 1 ? (
              <span
                aria-hidden="true"
                className={`absolute top-8 left-4 h-full border-l-2 ${one.is === "done" ? "border-blue-900" : "border-dashed border-solid-gray-420"}`}
              />
            ) : null}
            <span className="min-w-0">
              <span className="text-std-16B-170">
                {one.name}
                {one.is === "now" ? (
                  <span className="ml-2 rounded-4 border border-blue-900 px-1.5 text-dns-14N-130 text-blue-900">
                    {text.now}
                  </span>
                ) : null}
              </span>
              <span className="block text-std-16N-170">{one.when}</span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
