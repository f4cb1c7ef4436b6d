import { TextLink } from "#ui/button.tsx";
import { Folded } from "#ui/fold.tsx";
import { Facts } from "#ui/page.tsx";
import { LOG } from "../reading/messages.ts";
import type { EntryDetails } from "../reading/present.ts";

type Thing = EntryDetails["things"][number];

/** What stands behind a row: what was done to, whom it showed, by which way, and why it was refused. */
export function Details({
  details: { subject, things, more, way, grounds, outcome, entry },
}: {
  details: EntryDetails;
}) {
  return (
    <Folded summary={LOG.details}>
      <Facts
        items={[
          { name: LOG.subject, value: subject ? <About thing={subject} /> : "―" },
          {
            name: LOG.things,
            value:
              things.length === 0 ? (
                "―"
              ) : (
                <ul>
                  {things.map((thing) => (
                    <li key={thing.about}>
                      <About thing={thing} />
                    </li>
                  ))}
                  {more > 0 ? <li>{LOG.more(more)}</li> : null}
                </ul>
              ),
          },
          { name: LOG.way, value: way },
          { name: LOG.columns.grounds, value: grounds },
          { name: LOG.columns.outcome, value: outcome },
          { name: LOG.entry, value: <code className="break-all">{entry}</code> },
        ]}
      />
    </Folded>
  );
}

/** A thing by its words, leading to who else looked at it. */
const About = ({ thing: { about, words } }: { thing: Thing }) => (
  <TextLink to={`?about=${encodeURIComponent(about)}`}>{words}</TextLink>
);
