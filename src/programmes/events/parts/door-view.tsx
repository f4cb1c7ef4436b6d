import { Button, TextLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { DOOR } from "../day/door.messages.ts";
import type { DoorView } from "../day/door.present.ts";
import { Tally } from "./tally-buttons.tsx";

type Row = DoorView["rows"][number];
type DoorProps = Readonly<{
  door: DoorView;
  q: string;
  said: string;
  found: readonly Row[];
  once: string;
  answer: unknown;
}>;

/** What stands at a door: who was just let in, the list, buttons that count. */
export function DoorParts({ door, q, said, found, once, answer }: DoorProps) {
  const { event, session, sessions, open, sums, buttons } = door;
  return (
    <>
      {said && answer === undefined ? <Notice kind="success" title={said} /> : null}
      {open ? null : <Notice kind="info" title={DOOR.notYet} />}
      {sessions.length > 1 ? (
        <nav className="no-print my-3 flex flex-wrap gap-4" aria-label={DOOR.session}>
          {sessions.map((one) =>
            one.id === session.id ? (
              <strong key={one.id}>{one.text}</strong>
            ) : (
              <TextLink key={one.id} to={`?session=${one.id}`}>
                {one.text}
              </TextLink>
            ),
          )}
        </nav>
      ) : null}
      {buttons.length > 0 ? <Tally {...{ door, once, answer }} /> : null}
      {event.byList ? (
        <Section title={DOOR.list} lead={DOOR.sums(sums)}>
          {open ? <Incoming {...{ session, once, answer }} /> : null}
          <form method="get" className="no-print my-4 flex flex-wrap items-end gap-3">
            <input type="hidden" name="session" value={session.id} />
            <TextField label={DOOR.find} name="q" type="search" defaultValue={q} optional unmarked />
            <Button>{DOOR.search}</Button>
          </form>
          {found.length === 0 ? <Empty title={DOOR.empty} /> : <People {...{ found, open, answer }} />}
        </Section>
      ) : null}
    </>
  );
}

/** By the number of a letter, and whoever is on no list. */
const Incoming = ({ once, answer }: Pick<DoorProps, "once" | "answer"> & Pick<DoorView, "session">) => (
  <div className="no-print">
    <CommandForm
      key={once}
      command="event-door.check-in"
      answer={answer}
      submit={DOOR.byNumber}
      labels={{ number: DOOR.number }}
    >
      <TextField label={DOOR.number} name="number" autoComplete="off" />
    </CommandForm>
    <Folded summary={DOOR.addWalkIn}>
      <CommandForm
        key={once}
        command="event-door.walk-in"
        answer={answer}
        once={once}
        submit={DOOR.walkInSubmit}
        kind="secondary"
        labels={{ name: DOOR.name, workplace: DOOR.workplace }}
      >
        <TextField label={DOOR.name} name="name" autoComplete="off" optional />
        <TextField label={DOOR.workplace} name="workplace" autoComplete="off" optional />
      </CommandForm>
    </Folded>
  </div>
);

const People = ({ found, open, answer }: Pick<DoorProps, "found" | "answer"> & Pick<DoorView, "open">) => (
  <Table
    caption={DOOR.list}
    hideCaption
    rows={found}
    rowKey={(one) => one.id}
    columns={[
      { key: "name", head: DOOR.name, cell: (one) => one.name },
      { key: "workplace", head: DOOR.workplace, cell: (one) => one.workplace },
      { key: "number", head: DOOR.number, cell: (one) => (one.walkIn ? DOOR.walkIn : one.number) },
      { key: "needs", head: DOOR.needs, cell: (one) => one.needs },
      { key: "came", head: DOOR.came, cell: (one) => one.inAt },
      { key: "left", head: DOOR.left, cell: (one) => one.outAt },
      { key: "step", head: "操作", cell: (one) => (open ? <Steps {...{ one, answer }} /> : null) },
    ]}
  />
);

function Steps({ one, answer }: Readonly<{ one: Row; answer: unknown }>) {
  const form = (command: string, submit: string, kind: "secondary" | "plain") => (
    <CommandForm key={command} {...{ command, answer, submit, kind }} label={`${one.name} ${submit}`}>
      <input type="hidden" name="person" value={one.id} />
    </CommandForm>
  );
  return (
    <div className="no-print flex flex-wrap gap-3">
      {one.inAt === "" || one.outAt !== "" ? form("event-door.check-in", DOOR.checkIn, "secondary") : null}
      {one.inAt !== "" && one.outAt === "" ? form("event-door.check-out", DOOR.checkOut, "secondary") : null}
      {one.inAt !== "" ? form("event-door.undo", DOOR.undo, "plain") : null}
    </div>
  );
}
