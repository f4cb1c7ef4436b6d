import type { FieldErrors } from "#platform/kernel/result.ts";
import { ChoiceField, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import { FORM } from "../offers/form/messages.ts";
import { OFFER_KINDS, PLACES, PROFESSIONS, TOPICS } from "../offers/lists/schema.ts";
import { FEE_NAMES, KIND_NAMES, PLACE_NAMES, PROFESSION_NAMES, TOPIC_NAMES } from "../offers/messages.ts";
import { OfferLimits } from "./offer-limits.tsx";

type Values = Readonly<Record<string, string | readonly string[]>>;
type Names = Readonly<Record<string, Readonly<{ ja: string }>>>;
const options = (keys: readonly string[], names: Names): Option[] =>
  keys.map((value) => ({ value, label: names[value]!.ja }));

/** The questions about an offer. */
export function OfferFields({
  values,
  errors,
  services,
  towns,
  organisations,
  initiatives,
}: {
  values: Values;
  errors: FieldErrors;
  services: readonly Option[];
  towns: readonly Option[];
  organisations: readonly Option[];
  initiatives: readonly Option[];
}) {
  const one = (name: string) => String(values[name] ?? "");
  const many = (name: string) => [values[name] ?? []].flat();
  const field = (name: string) => ({ name, defaultValue: one(name), errors: errors[name] });
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
      <Section title={FORM.what}>
        <TextField {...field("title")} label="名前" />
        <TextField {...field("titleEn")} label="英語の名前" optional />
        <SelectField {...field("kind")} label="種類" options={options(OFFER_KINDS, KIND_NAMES)} />
        <SelectField
          {...field("service")}
          label="地域産業保健センターの業務"
          optional
          options={services}
          empty="（そのほかの種類のときは選ばない）"
        />
        {several("topics", "内容", options(TOPICS, TOPIC_NAMES))}
        {several("places", "場所", options(PLACES, PLACE_NAMES))}
        <ChoiceField
          label="費用"
          name="fee"
          type="radio"
          options={options(["free", "paid"], FEE_NAMES)}
          chosen={[one("fee") || "free"]}
          errors={errors.fee}
        />
        <TextField {...field("feeNote")} label="費用の説明" optional />
        <TextField {...field("equipment")} label="準備していただくもの" optional />
        <TextArea {...field("note")} label="メモ" optional rows={2} />
        <SelectField
          {...field("initiativeId")}
          label="計画のどの事業に数えるか"
          optional
          options={initiatives}
          empty="（まだ結びつけない）"
        />
      </Section>
      <OfferLimits values={values} errors={errors} towns={towns} />
      <Section title={FORM.who} lead={FORM.whoHint}>
        {[0, 1].map((index) => (
          <fieldset key={index} className="my-4 border-l-4 border-solid-gray-300 pl-4">
            <legend className="text-std-17B-170">{index === 0 ? "機関" : "いっしょに行う機関"}</legend>
            <SelectField
              {...field(`organisation${index}`)}
              label="機関の名前"
              optional={index > 0}
              options={organisations}
              empty="選んでください"
              errors={errors[`parts.${index}.organisationId`] ?? (index === 0 ? errors.parts : undefined)}
            />
            {several(`professions${index}`, "職種", options(PROFESSIONS, PROFESSION_NAMES))}
            <SelectField
              {...field(`municipality${index}`)}
              label="どの市町村にあるか"
              optional
              options={towns}
              empty="選ばない"
            />
            <TextField
              {...field(`email${index}`)}
              label="たずねるときのメール（機関の窓口）"
              optional
              inputMode="email"
              errors={errors[`parts.${index}.email`]}
            />
          </fieldset>
        ))}
      </Section>
    </>
  );
}
