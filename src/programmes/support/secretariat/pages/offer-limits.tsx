import { ChoiceField, type Option, SelectField, TextField } from "#ui/field.tsx";
import { CountField, DayField } from "#ui/field-kinds.tsx";
import { Section } from "#ui/page.tsx";
import { FORM, OFFER_LABELS as LABELS } from "../../offers/offer-form.messages.ts";
import { OPTIONS } from "../../offers/offer-form.present.ts";
import { FieldsFold } from "./offer-fields.tsx";

const PAIR = "grid max-w-xl gap-x-6 sm:grid-cols-2";

const Count = ({ name }: { name: keyof typeof LABELS }) => (
  <CountField name={name} label={LABELS[name]} optional />
);

const Box = ({ name, hint }: { name: keyof typeof OPTIONS & keyof typeof LABELS; hint?: string }) => (
  <ChoiceField name={name} type="checkbox" label={LABELS[name]} options={OPTIONS[name]} hint={hint} />
);

/** For whom and when. */
export function OfferLimits({ towns, keptRule }: { towns: readonly Option[]; keptRule: string }) {
  return (
    <>
      <Section title={FORM.whom} lead={FORM.whomLead}>
        <FieldsFold
          summary={FORM.narrow}
          fields={["sizeFrom", "sizeTo", "peopleFrom", "peopleTo", "industries", "municipalities"]}
        >
          <div className={PAIR}>
            <Count name="sizeFrom" />
            <Count name="sizeTo" />
            <Count name="peopleFrom" />
            <Count name="peopleTo" />
          </div>
          <p className="text-dns-14N-130">50人未満の事業所だけのときは、従業員の上限を 49 にします。</p>
          <Box name="industries" />
          <ChoiceField name="municipalities" type="checkbox" label={LABELS.municipalities} options={towns} />
        </FieldsFold>
      </Section>
      <Section title={FORM.when}>
        <Box name="weekdays" hint={FORM.weekdaysHint} />
        <Box name="weeks" hint={FORM.weeksHint} />
        {keptRule ? (
          <ChoiceField
            name="keptRule"
            type="checkbox"
            label={LABELS.keptRule}
            options={[{ value: keptRule, label: FORM.keepRule }]}
            hint={FORM.keptRuleHint}
          />
        ) : null}
        <div className={PAIR}>
          <TextField name="opensAt" label={LABELS.opensAt} type="time" />
          <TextField name="closesAt" label={LABELS.closesAt} type="time" />
        </div>
        <Box name="onHolidays" />
        <CountField name="leadDays" label={LABELS.leadDays} />
      </Section>
    </>
  );
}

/** How much, whether it takes any at present, and what of the plan it counts for. */
export function OfferIntake({ initiatives }: { initiatives: readonly Option[] | undefined }) {
  return (
    <>
      <Section title={FORM.howMuch} lead={FORM.howMuchLead}>
        <div className={PAIR}>
          <Count name="perDay" />
          <Count name="perMonth" />
          <Count name="perYear" />
          <Count name="perWorkplace" />
        </div>
        <Box name="newFirst" hint="選ばないときは、並んだ順です。" />
      </Section>
      <Section title={FORM.intake} lead={FORM.intakeLead}>
        <ChoiceField name="intake" type="radio" label={LABELS.intake} options={OPTIONS.intake} />
        <FieldsFold
          summary="受付を止める・順番待ちにする理由と日付"
          fields={["intakeReason", "intakeSince", "intakeUntil"]}
        >
          <TextField
            name="intakeReason"
            label={LABELS.intakeReason}
            hint="例 今年度の予算がなくなりました"
            optional
          />
          <div className={PAIR}>
            <DayField name="intakeSince" label={LABELS.intakeSince} optional />
            <DayField name="intakeUntil" label={LABELS.intakeUntil} optional />
          </div>
        </FieldsFold>
        <Box name="published" />
        <FieldsFold summary="支援メニューを終了する" fields={["endedOn"]}>
          <DayField name="endedOn" label={LABELS.endedOn} optional />
        </FieldsFold>
      </Section>
      {initiatives ? (
        <Section title={FORM.count} lead={FORM.countHint}>
          <SelectField
            name="initiativeId"
            label={LABELS.initiativeId}
            optional
            options={initiatives}
            empty="（未設定）"
          />
        </Section>
      ) : null}
    </>
  );
}
