import { SelectField, TextField } from "#ui/field.tsx";
import { FiscalYearField } from "#ui/field-kinds.tsx";
import { Tick } from "#ui/imports/columns.tsx";
import { PAGE } from "../messages.ts";
import type { FiguresPage } from "../present.ts";

/** What is said of a whole file of figures, beside its columns. */
export const wholeFile = ({ choices, indicators, sources }: FiguresPage) => ({
  values: {
    indicator: choices.indicator ?? "",
    area: choices.area ?? "",
    fiscalYear: String(choices.fiscalYear ?? ""),
    source: choices.source ?? "",
    published: choices.published ? "yes" : "",
  },
  labels: {
    indicator: PAGE.wholeIndicator,
    area: PAGE.wholeArea,
    fiscalYear: PAGE.wholeYear,
    source: PAGE.wholeSource,
  },
  fields: (
    <>
      <SelectField
        label={PAGE.wholeIndicator}
        name="indicator"
        optional
        empty={PAGE.fromColumns}
        options={indicators}
      />
      <TextField label={PAGE.wholeArea} hint="例　相模原市、14150" name="area" optional />
      <FiscalYearField label={PAGE.wholeYear} hint="例　2007" name="fiscalYear" optional />
      <SelectField
        label={PAGE.wholeSource}
        hint={PAGE.wholeSourceHint}
        name="source"
        optional
        empty={PAGE.bySource}
        options={sources}
      />
      <Tick name="published" label={PAGE.publish} />
    </>
  ),
});
