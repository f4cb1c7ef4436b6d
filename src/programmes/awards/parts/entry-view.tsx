import type { OutputOf } from "#foundation/authority/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Fold, Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Facts, Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { Table } from "#ui/table.tsx";
import type { readEntry } from "../entries/award-entry.queries.server.ts";
import { ENTRY, JUDGING } from "../model/award.messages.ts";
import { EntryFields, Reason } from "./entry-fields.tsx";

type Entry = OutputOf<typeof readEntry>;

/** An entry as whoever entered and the secretariat see it. `certificate` is where it is printed. */
export function EntryParts({
  entry,
  answer,
  certificate,
}: {
  entry: Entry;
  answer: unknown;
  certificate: string;
}) {
  return (
    <>
      <Facts
        items={[
          { name: ENTRY.number, value: <strong>{entry.number}</strong> },
          { name: ENTRY.state, value: entry.stateName },
          { name: ENTRY.workplace, value: entry.workplace },
        ]}
      />
      {entry.result ? <Result {...{ entry, answer, certificate }} /> : <Standing {...{ entry }} />}
      {entry.mayEdit ? (
        <>
          <CommandForm
            command="award-entry.submit"
            answer={answer}
            submit={ENTRY.submit}
            kind={entry.manages ? "secondary" : "primary"}
          />
          <Fold summary={ENTRY.edit} open={entry.against > 0}>
            <CommandForm
              command="award-entry.save"
              answer={answer}
              values={entry.form.values}
              seen={entry.form.seen}
              submit={ENTRY.save}
              kind="secondary"
              marksRequired
            >
              <EntryFields groups={entry.groups} bars={entry.bars} />
            </CommandForm>
          </Fold>
        </>
      ) : null}
      <Lines lines={entry.lines} />
      {entry.facts.length > 0 ? (
        <Section title={ENTRY.facts}>
          <ul>
            {entry.facts.map((one) => (
              <li key={one.text}>{`${one.text}（${one.on}）`}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Mirror mirror={entry.mirror} />
      {entry.state !== "withdrawn" && entry.round.state !== "decided" ? (
        <Removal
          className="my-6"
          command="award-entry.withdraw"
          answer={answer}
          open={ENTRY.withdraw}
          asks={ENTRY.withdrawGoes}
          submit={ENTRY.withdraw}
          busy={ENTRY.withdrawBusy}
        />
      ) : null}
    </>
  );
}

const Standing = ({ entry }: { entry: Entry }) => (
  <p className="my-4 text-std-16B-170">
    {!entry.judgeable ? JUDGING.unjudgeable : entry.against > 0 ? ENTRY.ready(entry.against) : ENTRY.complete}
  </p>
);

/** What was decided, why, and what comes next; whoever does not agree says so once. */
function Result({ entry, answer, certificate }: { entry: Entry; answer: unknown; certificate: string }) {
  const result = entry.result!;
  return (
    <Section title={ENTRY.result}>
      <p className="text-std-18B-160">{result.tier ? ENTRY.honoured(result.tier) : ENTRY.notHonoured}</p>
      {result.reason ? <p>{result.reason}</p> : null}
      {result.honour ? (
        <ButtonLink to={certificate} reload>
          {ENTRY.certificate}
        </ButtonLink>
      ) : null}
      {entry.appeal ? (
        <p className="mt-4">{entry.answer ? `${ENTRY.answer}: ${entry.answer}` : ENTRY.appealed}</p>
      ) : entry.manages ? null : (
        <Folded summary={ENTRY.appeal}>
          <CommandForm command="award-entry.appeal" answer={answer} submit={ENTRY.appeal} kind="secondary">
            <Reason label={ENTRY.appealReason} />
          </CommandForm>
        </Folded>
      )}
    </Section>
  );
}

const Lines = ({ lines }: { lines: Entry["lines"] }) => (
  <Table
    caption={ENTRY.met}
    rows={lines}
    rowKey={(line) => line.key}
    columns={[
      { key: "text", head: ENTRY.criterion, cell: (line) => line.text },
      {
        key: "met",
        head: ENTRY.state,
        cell: (line) => (line.met ? `✓ ${line.confirmed ?? line.evidence}` : (line.weak ?? ENTRY.notMet)),
      },
      { key: "next", head: ENTRY.next, cell: (line) => line.next ?? "" },
    ]}
  />
);

/** The state's programme: which evidence is held of each item, and that the items change each year. */
const Mirror = ({ mirror }: { mirror: Entry["mirror"] }) => (
  <Fold summary={ENTRY.mirror}>
    <p>{`${mirror.title}（${mirror.edition}年版）`}</p>
    <p>{mirror.note}</p>
    <p>{mirror.excluded}</p>
    <Table
      caption={ENTRY.mirror}
      hideCaption
      rows={mirror.items}
      rowKey={(item) => item.key}
      columns={[
        { key: "item", head: ENTRY.criterion, cell: (item) => item.item },
        { key: "rule", head: ENTRY.kind, cell: (item) => item.rule },
        { key: "held", head: ENTRY.held, cell: (item) => item.evidence.join("、") || ENTRY.none },
      ]}
    />
  </Fold>
);
