import { Section } from "#ui/page.tsx";

type Event = Readonly<{ step: string; why: string; at: string; office: string }>;

/** What happened to a referral, oldest first: which office, never who. */
export const ReferralHistory = ({ events }: { events: readonly Event[] }) => (
  <Section title="経過">
    <ol>
      {events.map(({ step, why, at, office }) => (
        <li
          key={`${at} ${step}`}
          className="flex flex-wrap gap-x-4 border-b border-solid-gray-300 py-2 tabular-nums"
        >
          <span className="min-w-52 text-solid-gray-800">{at}</span>
          <span>
            {step}
            {why ? `（${why}）` : ""}
          </span>
          {office ? <span className="text-solid-gray-800">{office}</span> : null}
        </li>
      ))}
    </ol>
  </Section>
);
