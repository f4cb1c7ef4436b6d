import type { OutputOf } from "#foundation/authority/public.ts";
import { TextLink } from "#ui/button.tsx";
import { CountField } from "#ui/field-kinds.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import type { Spoken } from "../model/material.messages.ts";
import { ORDER_PAGE, ORDER_STATE_NAMES } from "../orders/order.messages.ts";
import type { readOrder } from "../orders/order.queries.server.ts";

export type OrderView = OutputOf<typeof readOrder>;
type Part = Readonly<{ order: OrderView; language: Spoken; answer: unknown }>;

/** An order as whoever made it sees it, with what can be done about it. */
export function OrderParts({ order, language, answer }: Part) {
  const text = ORDER_PAGE[language];
  const lang = language === "en" ? "?lang=en" : "";
  const stopped = order.lines.filter((line) => line.stopped);
  return (
    <>
      {stopped.length > 0 ? (
        <Notice kind="warning" title={text.stale} language={language}>
          {stopped.map((line) => (
            <p key={line.editionId}>
              <TextLink to={`/areas/${order.area.slug}/materials/${line.materialId}${lang}`}>
                {`${line.title}（${line.label}）`}
              </TextLink>
            </p>
          ))}
        </Notice>
      ) : null}
      <Facts
        items={[
          { name: text.number, value: <strong>{order.number}</strong> },
          { name: text.state, value: ORDER_STATE_NAMES[order.state][language] },
          { name: text.reason, value: order.reason || null },
          {
            name: text.to,
            value: [order.workplace, order.contact, order.address].filter(Boolean).join("　"),
          },
        ]}
      />
      <Table
        caption={text.what}
        hideCaption
        rows={order.lines}
        rowKey={(line) => line.editionId}
        columns={[
          { key: "what", head: text.what, cell: (line) => `${line.title}（${line.label}）` },
          { key: "copies", head: text.copies, align: "right", cell: (line) => line.promised },
        ]}
      />
      {order.state === "promised" ? (
        <details className="no-print my-6">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-error-2 underline">
            {text.cancel}
          </summary>
          <p>{text.cancelGoes}</p>
          <CommandForm
            command="material-order.cancel"
            answer={answer}
            submit={text.cancel}
            kind="danger"
            language={language}
          />
        </details>
      ) : null}
      {order.state === "sent" ? <Reports {...{ order, language, answer }} /> : null}
    </>
  );
}

/** What became of the copies, told by whoever got them. */
function Reports({ order, language, answer }: Part) {
  const text = ORDER_PAGE[language];
  return (
    <Section title={text.report} lead={text.reportLead}>
      {order.lines.map((line) => {
        const own = answerFor(answer, "material-order.report");
        return (
          <CommandForm
            key={`${line.editionId} ${line.handedOut} ${line.seen}`}
            command="material-order.report"
            answer={own?.values.edition === line.editionId ? answer : undefined}
            submit={text.send}
            kind="secondary"
            language={language}
            label={line.title}
          >
            <h3 className="text-std-18B-160">{`${line.title}（${line.label}）`}</h3>
            {line.handedOut || line.seen ? <p>{text.reported(line.handedOut, line.seen)}</p> : null}
            <input type="hidden" name="edition" value={line.editionId} />
            <CountField label={text.handedOut} name="handedOut" optional unmarked />
            <CountField label={text.seen} name="readers" optional unmarked />
          </CommandForm>
        );
      })}
    </Section>
  );
}
