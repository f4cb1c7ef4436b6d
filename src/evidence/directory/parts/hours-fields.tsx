import { ChoiceField, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { RowsField } from "#ui/field-rows.tsx";
import { Section } from "#ui/page.tsx";
import { DIRECTORY } from "../entries/resource-page.messages.ts";
import { FIELD } from "../model/form.messages.ts";
import { WEEK_NAMES, WEEKDAY_NAMES } from "../model/resource.messages.ts";
import { WEEKDAYS, WEEKS } from "../model/resource-lists.schema.ts";

const WEEK_OPTIONS = WEEKS.map((value) => ({ value, label: WEEK_NAMES[value].ja }));
const DAY_OPTIONS = WEEKDAYS.map((value) => ({ value, label: WEEKDAY_NAMES[value].ja }));

const Times = ({ at }: { at: (part: string) => string }) => (
  <>
    <TextField label={FIELD.from} name={at("from")} type="time" required={false} className="max-w-36" />
    <TextField label={FIELD.to} name={at("to")} type="time" required={false} className="max-w-36" />
  </>
);

/** When it is open: rows by week or by weekday of a month, holidays, and days that are otherwise. */
export const HoursFields = ({ rows }: { rows: { hours: number; exceptions: number } }) => (
  <Section title={DIRECTORY.when} lead={DIRECTORY.hoursHint}>
    <RowsField name="rows" label={FIELD.hours} first={rows.hours} most={14} add={DIRECTORY.rowAdd}>
      {(at) => (
        <>
          <ChoiceField label={FIELD.weeks} name={at("weeks")} type="checkbox" options={WEEK_OPTIONS} />
          <ChoiceField label={FIELD.days} name={at("days")} type="checkbox" options={DAY_OPTIONS} />
          <Times at={at} />
        </>
      )}
    </RowsField>
    <ChoiceField
      label=""
      name="closedOnHolidays"
      type="checkbox"
      options={[{ value: "true", label: FIELD.closedOnHolidays }]}
    />
    <RowsField
      name="exceptions"
      label={FIELD.exceptions}
      hint={DIRECTORY.exceptionsHint}
      first={rows.exceptions}
      most={30}
      add={DIRECTORY.rowAdd}
    >
      {(at) => (
        <>
          <DayField label={FIELD.day} name={at("day")} required={false} />
          <Times at={at} />
          <TextField label={FIELD.note} name={at("note")} required={false} />
        </>
      )}
    </RowsField>
    <TextField label={FIELD.hoursNote} name="hoursNote" optional />
  </Section>
);
