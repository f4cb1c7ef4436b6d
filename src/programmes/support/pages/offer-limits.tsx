import type { FieldErrors } from "#platform/kernel/result.ts";
import { ChoiceField, type Option, TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import { FORM } from "../offers/form/messages.ts";
import { WEEKDAYS } from "../offers/form/rules.ts";
import { INTAKES } from "../offers/lists/schema.ts";
import { INTAKE_NAMES } from "../offers/messages.ts";

type Values = Readonly<Record<string, string | readonly string[]>>;

/** For whom, when, how much, and whether it takes any at present. */
export function OfferLimits({
  values,
  errors,
  towns,
}: {
  values: Values;
  errors: FieldErrors;
  towns: readonly Option[];
}) {
  const one = (name: string) => String(values[name] ?? "");
  const many = (name: string) => [values[name] ?? []].flat();
  const field = (name: string) => ({ name, defaultValue: one(name), errors: errors[name] });
  const number = (name: string, label: string) => (
    <TextField {...field(name)} label={label} optional inputMode="numeric" />
  );
  const several = (name: string, label: string, choices: readonly Option[]) => (
    <ChoiceField
      label={label}
      name={name}
      type="checkbox"
      options={choices}
      chosen={many(name)}
      errors={errors[name]}
    />
  );
  return (
    <>
      <Section title={FORM.whom} lead={FORM.whomHint}>
        {number("sizeFrom", "従業員の下限")}
        {number("sizeTo", "従業員の上限（50人未満なら 49）")}
        {number("peopleFrom", "参加者の下限")}
        {number("peopleTo", "参加者の上限")}
        {several("municipalities", "市町村", towns)}
      </Section>
      <Section title={FORM.when}>
        {several(
          "weekdays",
          "曜日",
          WEEKDAYS.map((value, index) => ({ value, label: FORM.weekdays[index]! })),
        )}
        <TextField
          {...field("rrule")}
          label="そのほかのくり返し（RRULE）"
          hint="例 FREQ=MONTHLY;BYDAY=2TH（第2木曜）。書くと、曜日より優先します。"
          optional
        />
        <TextField {...field("opensAt")} label="始まり" type="time" />
        <TextField {...field("closesAt")} label="終わり" type="time" />
        <ChoiceField
          label=""
          name="onHolidays"
          type="checkbox"
          options={[{ value: "yes", label: "祝日も受ける" }]}
          chosen={[one("onHolidays")]}
        />
        <TextField {...field("leadDays")} label="何日前までに申し込むか" inputMode="numeric" />
        {number("perDay", "1日の上限（回）")}
        {number("perMonth", "1か月の上限（回）")}
        {number("perYear", "年度の上限（回）")}
        {number("perWorkplace", "1事業所の年度の上限（回）")}
        <ChoiceField
          label=""
          name="newFirst"
          type="checkbox"
          options={[{ value: "yes", label: "順番待ちでは、はじめての事業所を先にする" }]}
          chosen={[one("newFirst")]}
        />
      </Section>
      <Section title={FORM.intake}>
        <ChoiceField
          label="受付のようす"
          name="intake"
          type="radio"
          options={INTAKES.map((value) => ({ value, label: INTAKE_NAMES[value] }))}
          chosen={[one("intake") || "open"]}
          errors={errors.intake}
        />
        <TextField {...field("intakeReason")} label="理由（事業所に見えます）" optional />
        <TextField {...field("intakeUntil")} label="いつまで止めるか" type="date" optional />
        <ChoiceField
          label=""
          name="published"
          type="checkbox"
          options={[{ value: "yes", label: "事業所のページに出す" }]}
          chosen={[one("published")]}
        />
        <TextField {...field("endedOn")} label="提供を終える日" type="date" optional />
      </Section>
    </>
  );
}
