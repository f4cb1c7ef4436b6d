import type { Option } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts } from "#ui/page.tsx";
import { FIELD, OVERTAKEN } from "../meanwhile/messages.ts";

export type Overtaken = Readonly<{ shown: string; fields: readonly (readonly [string, string])[] }>;

/** Above a form whose thing somebody else has saved meanwhile: what stands now. What was typed stays in the form. */
export function OvertakenNotice({
  by,
  names = {},
  options = {},
}: {
  by: Overtaken | undefined;
  /** Of fields that this form calls otherwise. */
  names?: Readonly<Record<string, string>>;
  /** The words of the fields that are chosen from. */
  options?: Readonly<Record<string, readonly Option[]>>;
}) {
  if (!by) return null;
  const inWords = (field: string, value: string) => {
    const words = options[field];
    if (value === "") return OVERTAKEN.blank;
    if (!words) return value === "on" ? OVERTAKEN.yes : value;
    return value
      .split(" ")
      .map((chosen) => words.find((one) => one.value === chosen)?.label ?? OVERTAKEN.gone)
      .join("、");
  };
  return (
    <Notice kind="error" title={OVERTAKEN.title}>
      <p className="mt-3 text-std-16B-170">{OVERTAKEN.now}</p>
      <Facts
        items={by.fields.map(([field, value]) => ({
          name: names[field] ?? FIELD[field] ?? field,
          value: <span className="whitespace-pre-line">{inWords(field, value)}</span>,
        }))}
      />
    </Notice>
  );
}

/** Words by what they stand for, as options. */
export const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

type Answer = Readonly<{
  overtaken?: Overtaken | undefined;
  values?: Readonly<Record<string, string>> | null | undefined;
}>;

/** What the form showed when it was typed in: of the page, unless there was an answer since. */
export function Shown({ answer, value }: { answer: Answer | undefined; value: string }) {
  const shown = answer?.overtaken?.shown ?? answer?.values?.shown ?? value;
  return <input type="hidden" name="shown" value={shown} />;
}
