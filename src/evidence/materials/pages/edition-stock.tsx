import { showDateJa } from "#platform/kernel/plain-date.ts";
import { labelled, SelectField, TextField } from "#ui/field.tsx";
import { CountField, DayField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Facts, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { CATALOGUE, STOCK } from "../catalogue/material-page.messages.ts";
import { MOVEMENT_NAMES, optionsOf } from "../model/material.messages.ts";
import { availableOf } from "../model/stock.rules.ts";
import type { EditionPart } from "./edition-staff.tsx";

const KINDS = optionsOf(MOVEMENT_NAMES);
const field = labelled(STOCK);
const text = CATALOGUE.ja;

/** Copies of an edition: how many there are and why, and who has some. */
export function StockPart({ data: { edition }, answer }: EditionPart) {
  const { copies, movements, holders, place } = edition.kept!;
  return (
    <Section title={STOCK.title}>
      <Facts
        items={[
          { name: text.stock, value: `${copies.stock}部` },
          { name: text.promised, value: `${copies.promised}部` },
          { name: text.available, value: `${availableOf(copies)}部` },
          { name: STOCK.place, value: place || null },
        ]}
      />
      {edition.writes ? (
        <Folded
          summary={STOCK.move}
          open={movements.length === 0 || answerFor(answer, "material-stock.move") !== undefined}
        >
          <CommandForm
            key={movements.length}
            command="material-stock.move"
            answer={answer}
            submit={STOCK.save}
            labels={STOCK}
            options={{ kind: KINDS }}
          >
            <SelectField empty="" options={KINDS} {...field("kind")} />
            <CountField {...field("amount")} />
            <TextField optional hint={STOCK.holderHint} {...field("holder")} />
            <TextField optional hint={STOCK.reasonHint} {...field("reason")} />
            <DayField optional hint={STOCK.dayHint} {...field("day")} />
          </CommandForm>
        </Folded>
      ) : null}
      <h3 className="mt-6 text-std-18B-160">{STOCK.holders}</h3>
      {holders.length === 0 ? (
        <p>{STOCK.noHolder}</p>
      ) : (
        <Table
          caption={STOCK.holders}
          hideCaption
          rows={holders}
          rowKey={(one) => `${one.holder} ${one.orderId}`}
          columns={[
            { key: "holder", head: STOCK.holder, cell: (one) => one.holder },
            { key: "copies", head: STOCK.copies, align: "right", cell: (one) => one.copies },
            {
              key: "byMail",
              head: STOCK.told,
              cell: (one) => (one.byMail ? STOCK.byMail : <strong>{STOCK.byPhone}</strong>),
            },
          ]}
        />
      )}
      <h3 className="mt-6 text-std-18B-160">{STOCK.movements}</h3>
      {movements.length === 0 ? (
        <p>{STOCK.noMovement}</p>
      ) : (
        <Table
          caption={STOCK.movements}
          hideCaption
          rows={movements}
          rowKey={(one) => one.id}
          columns={[
            { key: "day", head: STOCK.day, cell: (one) => showDateJa(one.onDay) },
            { key: "kind", head: STOCK.kind, cell: (one) => MOVEMENT_NAMES[one.kind] },
            {
              key: "change",
              head: STOCK.change,
              align: "right",
              cell: (one) => (one.amount > 0 ? `+${one.amount}` : one.amount),
            },
            { key: "holder", head: STOCK.holder, cell: (one) => one.holder },
            { key: "reason", head: STOCK.reason, cell: (one) => one.reason },
          ]}
        />
      )}
    </Section>
  );
}
