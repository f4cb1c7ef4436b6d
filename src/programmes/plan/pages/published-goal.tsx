import { type Language, PUBLIC_TEXT, periodOf, statusIn } from "../model/published-plan.messages.ts";
import type { PublishedGoal } from "../publishing/published-plan.present.ts";

/** A goal of the published plan: how far its targets have come, and who does what for it, and when. */
export function PublishedGoalPart({
  of: { goal, targets, initiatives },
  hasIssue,
  language,
}: {
  of: PublishedGoal;
  hasIssue: boolean;
  language: Language;
}) {
  const say = PUBLIC_TEXT[language];
  const hasHeading = goal !== null || hasIssue;
  // No level of headings is skipped where the goal has none of its own.
  const InitiativesHeading = hasHeading ? "h4" : "h3";
  return (
    <div className="mt-6">
      {hasHeading ? (
        <h3 className="text-std-18B-160">
          <span className="mr-2 text-dns-14N-130 text-solid-gray-800">{say.goal}</span>
          {goal ?? say.noGoal}
        </h3>
      ) : null}
      {targets.map((target) => (
        <p key={target.item} className="mt-2 tabular-nums">
          <span className="text-std-16B-170">{target.item}</span>　{say.target(target)}
          {target.latest ? (
            <svg
              aria-hidden="true"
              viewBox="0 0 100 8"
              preserveAspectRatio="none"
              className="mt-1 block h-2 w-full max-w-xs rounded-4"
            >
              <rect width="100" height="8" className="fill-solid-gray-200" />
              <rect width={wayDone(target)} height="8" className="fill-blue-900" />
            </svg>
          ) : null}
        </p>
      ))}
      {initiatives.length > 0 ? (
        <InitiativesHeading className="mt-4 text-std-16B-170">{say.initiatives}</InitiativesHeading>
      ) : null}
      <ul className="border-t border-solid-gray-300">
        {initiatives.map((one) => {
          const facts = [
            { name: say.who, value: one.organisations.map((partner) => partner.name).join("、") },
            { name: say.when, value: periodOf(one, language) || statusIn(one.status, language) },
            { name: say.whom, value: one.audience },
            { name: say.came, value: say.tally(one.sessions, one.participants) },
          ].filter(({ value }) => value !== "");
          return (
            <li key={one.id} className="border-b border-solid-gray-300 py-3">
              <p className="text-std-16B-170">{one.title}</p>
              <dl className="flex flex-wrap gap-x-6 text-std-16N-170">
                {facts.map(({ name, value }) => (
                  <div key={name} className="flex gap-2">
                    <dt className="shrink-0 text-solid-gray-800">{name}</dt>
                    <dd className="tabular-nums">{value}</dd>
                  </div>
                ))}
              </dl>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type Way = Readonly<{
  baseline: { value: number };
  target: { value: number };
  latest: Readonly<{ value: number }> | null;
}>;

/** The share of the way from the baseline to the target, of a hundred. */
function wayDone({ baseline, target, latest }: Way): number {
  const whole = target.value - baseline.value;
  if (!latest || whole === 0) return 0;
  return Math.round(Math.min(1, Math.max(0, (latest.value - baseline.value) / whole)) * 100);
}
