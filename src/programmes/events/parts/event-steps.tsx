import { TextField } from "#ui/field.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import { Facts, Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { Table } from "#ui/table.tsx";
import type { EventFacts } from "../catalogue/event.present.ts";
import { EVENT_STAFF } from "../catalogue/event-page.messages.ts";

type Step = Readonly<{ event: EventFacts; answer: unknown }>;

/** What the secretariat can do with an event: announce it, call it off, say which session was held. */
export function EventSteps({ event, answer, taken }: Step & { taken: number | null }) {
  return (
    <>
      <Section title={EVENT_STAFF.sessions}>
        <Table
          caption={EVENT_STAFF.sessions}
          hideCaption
          rows={event.sessions}
          rowKey={(one) => one.id}
          columns={[
            { key: "text", head: EVENT_STAFF.sessions, cell: (one) => one.text },
            { key: "state", head: EVENT_STAFF.state, cell: (one) => one.stateName },
            { key: "step", head: "操作", cell: (one) => <SessionSteps {...{ ...one, answer }} /> },
          ]}
        />
        <p className="my-2">{`${EVENT_STAFF.counts} ${event.counts.join("、")}`}</p>
        {taken === null ? null : <p className="my-2">{`${EVENT_STAFF.taken} ${taken}人`}</p>}
      </Section>
      <Section title={EVENT_STAFF.state} lead={event.stateName}>
        <div className="flex flex-wrap items-start gap-3">
          {event.state === "draft" ? (
            <CommandForm
              command="event.publish"
              answer={answer}
              submit={EVENT_STAFF.publish}
              kind="primary"
            />
          ) : null}
          {event.state === "published" ? (
            <CommandForm
              command="event.withdraw"
              answer={answer}
              submit={EVENT_STAFF.withdraw}
              kind="secondary"
            />
          ) : null}
          <CommandForm command="event.copy" answer={answer} submit={EVENT_STAFF.copy} kind="secondary" />
        </div>
        {event.state === "published" ? (
          <OutwardForm
            command="event.cancel"
            answer={answer}
            submit={EVENT_STAFF.cancel}
            kind="danger"
            question={EVENT_STAFF.cancelQuestion}
            summary={
              <Facts
                items={[
                  { name: EVENT_STAFF.event, value: event.title },
                  { name: EVENT_STAFF.sessions, value: event.sessions.map((one) => one.text).join("、") },
                  {
                    name: EVENT_STAFF.cancelledWhy,
                    value: answerFor(answer, "event.cancel")?.values.cancelledWhy ?? "",
                  },
                ]}
              />
            }
            change={EVENT_STAFF.change}
            labels={{ cancelledWhy: EVENT_STAFF.cancelledWhy }}
          >
            <TextField label={EVENT_STAFF.cancelledWhy} name="cancelledWhy" />
          </OutwardForm>
        ) : null}
      </Section>
      <Removal
        open={EVENT_STAFF.remove}
        named={event.title}
        goes={EVENT_STAFF.removeGoes}
        command="event.delete"
        answer={answer}
      />
    </>
  );
}

const STEPS = { held: EVENT_STAFF.held, cancelled: EVENT_STAFF.off, planned: EVENT_STAFF.planned } as const;

function SessionSteps({
  id,
  text,
  state,
  answer,
}: EventFacts["sessions"][number] & Readonly<{ answer: unknown }>) {
  const to = state === "planned" ? (["held", "cancelled"] as const) : (["planned"] as const);
  return (
    <div className="flex flex-wrap gap-3">
      {to.map((next) => (
        <CommandForm
          key={next}
          command="event-session.settle"
          answer={answer}
          submit={STEPS[next]}
          kind="secondary"
          label={`${text} ${STEPS[next]}`}
        >
          <input type="hidden" name="session" value={id} />
          <input type="hidden" name="state" value={next} />
        </CommandForm>
      ))}
    </div>
  );
}
