import { Form } from "react-router";
import { Button, TextLink } from "#ui/button.tsx";
import { type Option, SelectField, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { LOG } from "../reading/messages.ts";
import type { AuditFilter } from "../reading/schema.ts";

/** What is looked for, kept in the address. */
export function AuditFilterForm({
  filter,
  areas,
  actions,
}: {
  filter: AuditFilter;
  areas: readonly Option[];
  actions: readonly Option[];
}) {
  const outcomes = [
    { value: "granted", label: LOG.outcomes.granted },
    { value: "refused", label: LOG.outcomes.refused },
  ];
  const narrowed = filter.who || filter.action || filter.area || filter.from || filter.to || filter.outcome;
  return (
    <details open={Boolean(narrowed)} className="no-print my-4 border-y border-solid-gray-300">
      <summary className="min-h-11 cursor-pointer py-2.5 text-std-16B-170">{LOG.find}</summary>
      <Form method="get" role="search" className="grid gap-x-6 sm:grid-cols-2 desktop:grid-cols-3">
        <TextField label={LOG.who} hint={LOG.whoHint} name="who" defaultValue={filter.who} optional />
        <SelectField
          label={LOG.action}
          name="action"
          options={actions}
          empty={LOG.any}
          defaultValue={filter.action}
          optional
        />
        {areas.length > 1 ? (
          <SelectField
            label={LOG.area}
            name="area"
            options={areas}
            empty={LOG.any}
            defaultValue={filter.area}
            optional
          />
        ) : null}
        <DayField label={LOG.from} name="from" defaultValue={filter.from ?? ""} optional />
        <DayField label={LOG.to} name="to" defaultValue={filter.to ?? ""} optional />
        <SelectField
          label={LOG.outcome}
          name="outcome"
          options={outcomes}
          empty={LOG.any}
          defaultValue={filter.outcome ?? ""}
          optional
        />
        <p className="flex flex-wrap items-center gap-4 pb-4 sm:col-span-full">
          <Button>{LOG.find}</Button>
          {narrowed ? <TextLink to="/audit">{LOG.clear}</TextLink> : null}
        </p>
      </Form>
    </details>
  );
}
