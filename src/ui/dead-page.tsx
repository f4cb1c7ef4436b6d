import { TextLink } from "./button.tsx";
import { PageHead } from "./page.tsx";

/** A secret link that leads nowhere any more: what it was, why it may be, and where to go on. */
export const DeadPage = ({
  title,
  why,
  ways,
}: {
  title: string;
  /** One sentence, or several of which each stands on a line of its own. */
  why: string | readonly string[];
  ways: readonly Readonly<{ to: string; label: string }>[];
}) => (
  <div className="max-w-2xl">
    <PageHead title={title} lead={[why].flat().map((sentence) => <p key={sentence}>{sentence}</p>)} />
    <ul className="flex flex-wrap gap-6">
      {ways.map(({ to, label }) => (
        <li key={to}>
          <TextLink to={to}>{label}</TextLink>
        </li>
      ))}
    </ul>
  </div>
);
