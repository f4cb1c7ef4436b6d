import { type ComponentProps, useState } from "react";
import { showUnderstoodDay } from "#platform/kernel/written-day.ts";
import { openCalendar } from "./enhance/fields.ts";
import { BOX, ChoiceField, type Common, described, Frame, TextField, useField } from "./field.tsx";
import { useFormLanguage, useFormTexts } from "./form-field.ts";

type TextProps = ComponentProps<typeof TextField>;

/**
 * A day, typed in any of the ways in which offices write one; under it stands how it is understood. Where scripts run a
 * button opens the browser's calendar.
 */
export function DayField({
  label,
  hint,
  errors: given,
  optional = false,
  name,
  defaultValue,
  required = !optional,
  unmarked,
}: Common & { name: string; defaultValue?: string; required?: boolean }) {
  const { id, errors, value = defaultValue ?? "" } = useField(name, given);
  const language = useFormLanguage();
  const { calendar } = useFormTexts();
  const [typed, setTyped] = useState<string>();
  const { "aria-describedby": ids, ...marks } = described(id, { label, hint, errors });
  return (
    <Frame id={id} {...{ label, hint, errors, optional, unmarked }}>
      <div className="flex items-start gap-3">
        <input
          {...marks}
          aria-describedby={[ids, `${id}-day`].filter(Boolean).join(" ")}
          name={name}
          required={required}
          defaultValue={value}
          autoComplete="off"
          data-day={language}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          className={`${BOX} max-w-56`}
        />
        <CalendarButton label={label} text={calendar} />
      </div>
      <p id={`${id}-day`} aria-live="polite" className="mt-1 text-dns-14N-130 text-solid-gray-700">
        {showUnderstoodDay(typed ?? value, language)}
      </p>
    </Frame>
  );
}

/** Shown by whichever script runs; the picker itself sends nothing. */
export function CalendarButton({ label, text }: { label: string; text: string }) {
  return (
    <>
      <button
        type="button"
        hidden
        data-calendar
        ref={show}
        onClick={({ currentTarget }) => openCalendar(currentTarget)}
        className="min-h-12 shrink-0 cursor-pointer text-blue-1000 underline underline-offset-4"
      >
        <span className="sr-only">{label} </span>
        {text}
      </button>
      <input type="date" tabIndex={-1} aria-hidden="true" className="h-12 w-0 opacity-0" />
    </>
  );
}

const show = (button: HTMLButtonElement | null) => {
  if (button) button.hidden = false;
};

/** A fiscal year: 令和9年度 or 2027. */
export const FiscalYearField = ({ className = "max-w-40", ...rest }: TextProps) => (
  <TextField className={className} autoComplete="off" {...rest} />
);

/** How many there were, in whole numbers. */
export const CountField = ({ className = "max-w-40", ...rest }: TextProps) => (
  <TextField inputMode="numeric" autoComplete="off" className={className} {...rest} />
);

/** A figure with its unit. */
export const DecimalField = ({
  label,
  unit,
  className = "max-w-40",
  ...rest
}: TextProps & { unit: string }) => (
  <TextField
    inputMode="decimal"
    autoComplete="off"
    label={unit ? `${label}（${unit}）` : label}
    className={className}
    {...rest}
  />
);

/** An amount in yen. */
export const MoneyField = (props: TextProps) => <DecimalField {...props} unit="円" inputMode="numeric" />;

/** Yes or no, neither of them chosen beforehand. */
export function YesNoField(props: Omit<ComponentProps<typeof ChoiceField>, "type" | "options">) {
  const { yes, no } = useFormTexts();
  const options = [
    { value: "yes", label: yes },
    { value: "no", label: no },
  ];
  return <ChoiceField {...props} type="radio" options={options} />;
}
