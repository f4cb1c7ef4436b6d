import type { FieldErrors } from "#platform/kernel/result.ts";
import { ChoiceField, type Option, TextField } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { Section } from "#ui/page.tsx";
import { FORM } from "../offers/form/messages.ts";
import { WEEKDAYS, WEEKS } from "../offers/form/rules.ts";
import { INDUSTRIES, INTAKES } from "../offers/lists/schema.ts";
import { INDUSTRY_NAMES, INTAKE_NAMES } from "../offers/messages.ts";
import { fieldsFrom, optionsOf, type Values } from "./offer-fields.tsx";

const YES = (label: string): Option[] => [{ value: "yes", label }];
const PAIR = "grid max-w-xl gap-x-6 sm:grid-cols-2";

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
  const { one, field, choice, any } = fieldsFrom(values, errors);
  const number = (name: string, label: string) => (
    <TextField {...field(name)} label={label} optional inputMode="numeric" />
  );
  const weekdays = WEEKDAYS.map((value, index) => ({ value, label: FORM.weekdays[index]! }));
  const weeks = WEEKS.map((value, index) => ({ value, label: FORM.weekNames[index]! }));
  const keptRule = one("keptRule");
  const intakes = INTAKES.map((value) => ({ value, label: INTAKE_NAMES[value] }));
  return (
    <>
      <Section title={FORM.whom} lead={FORM.whomLead}>
        <Fold
          summary={FORM.narrow}
          open={any("sizeFrom", "sizeTo", "peopleFrom", "peopleTo", "industries", "municipalities")}
        >
          <div className={PAIR}>
            {number("sizeFrom", "従業員の下限（人）")}
            {number("sizeTo", "従業員の上限（人）")}
            {number("peopleFrom", "参加者の下限（人）")}
            {number("peopleTo", "参加者の上限（人）")}
          </div>
          <p className="text-dns-14N-130">50人未満の事業所だけのときは、従業員の上限を 49 にします。</p>
          <ChoiceField {...choice("industries", "checkbox", "業種", optionsOf(INDUSTRIES, INDUSTRY_NAMES))} />
          <ChoiceField {...choice("municipalities", "checkbox", "市町村", towns)} />
        </Fold>
      </Section>
      <Section title={FORM.when}>
        <ChoiceField
          {...choice("weekdays", "checkbox", "曜日", weekdays)}
          hint={FORM.weekdaysHint}
          errors={errors.rrule}
        />
        <ChoiceField {...choice("weeks", "checkbox", FORM.weeks, weeks)} hint={FORM.weeksHint} />
        {keptRule ? (
          <ChoiceField
            {...choice("keptRule", "checkbox", FORM.keptRule, [{ value: keptRule, label: FORM.keepRule }])}
            hint={FORM.keptRuleHint}
          />
        ) : null}
        <div className={PAIR}>
          <TextField {...field("opensAt")} label="何時から" type="time" />
          <TextField {...field("closesAt")} label="何時まで" type="time" />
        </div>
        <ChoiceField {...choice("onHolidays", "checkbox", "祝日", YES("祝日も受ける"))} />
        <TextField {...field("leadDays")} label="何日前までに申し込むか" inputMode="numeric" />
      </Section>
      <Section title={FORM.howMuch} lead={FORM.howMuchLead}>
        <div className={PAIR}>
          {number("perDay", "1日に（回）")}
          {number("perMonth", "1か月に（回）")}
          {number("perYear", "年度に（回）")}
          {number("perWorkplace", "1事業所が年度に（回）")}
        </div>
        <ChoiceField
          {...choice("newFirst", "checkbox", "順番待ちの決まり", YES("はじめての事業所を先にする"))}
          hint="選ばないときは、並んだ順です。"
        />
      </Section>
      <Section title={FORM.intake} lead={FORM.intakeLead}>
        <ChoiceField
          {...choice("intake", "radio", "受付のようす", intakes)}
          chosen={[one("intake") || "open"]}
        />
        <Fold
          summary="受付を止める・順番待ちにする理由と日付"
          open={(one("intake") || "open") !== "open" || any("intakeReason", "intakeSince", "intakeUntil")}
        >
          <TextField
            {...field("intakeReason")}
            label="理由"
            hint="例 今年度の予算がなくなりました"
            optional
          />
          <div className={PAIR}>
            <TextField {...field("intakeSince")} label={FORM.intakeSince} type="date" optional />
            <TextField {...field("intakeUntil")} label={FORM.intakeUntil} type="date" optional />
          </div>
        </Fold>
        <ChoiceField {...choice("published", "checkbox", "公開", YES("事業所のページに出す"))} />
        <Fold summary="提供を終える" open={any("endedOn")}>
          <TextField {...field("endedOn")} label="終える日（この日まで受ける）" type="date" optional />
        </Fold>
      </Section>
    </>
  );
}
