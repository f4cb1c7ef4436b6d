import { SelectField, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";

const WAYS = [
  { value: "paper", label: "書面" },
  { value: "screen", label: "画面" },
  { value: "telephone", label: "電話" },
  { value: "spoken", label: "口頭" },
];

/** By whose own consent somebody takes part in a family's plan. */
export const AgreementFields = () => (
  <>
    <TextField label="続柄" name="relation" hint="例：本人、配偶者、長女" />
    <DayField label="同意した日" name="agreedOn" />
    <SelectField label="同意の方法" name="way" options={WAYS} />
  </>
);
