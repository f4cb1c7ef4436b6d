import type { FieldErrors } from "#platform/kernel/result.ts";
import { ChoiceField, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { Section } from "#ui/page.tsx";
import type { ChisanpoService } from "../offers/chisanpo/rules.ts";
import { FORM, WHERE_NAMES } from "../offers/form/messages.ts";
import { OFFER_KINDS, PLACES, TOPICS } from "../offers/lists/schema.ts";
import { FEE_NAMES, KIND_NAMES, TOPIC_NAMES } from "../offers/messages.ts";
import { OfferLimits } from "./offer-limits.tsx";
import { OfferParts } from "./offer-parts.tsx";

export type Values = Readonly<Record<string, string | readonly string[]>>;
type Names = Readonly<Record<string, Readonly<{ ja: string }>>>;
export const optionsOf = (keys: readonly string[], names: Names): Option[] =>
  keys.map((value) => ({ value, label: names[value]!.ja }));

/** How a form's fields find what stands in them and what is wrong with it. */
export function fieldsFrom(values: Values, errors: FieldErrors) {
  const one = (name: string) => String(values[name] ?? "");
  return {
    one,
    field: (name: string) => ({ name, defaultValue: one(name), errors: errors[name] }),
    choice: (name: string, type: "checkbox" | "radio", label: string, options: readonly Option[]) => ({
      ...{ name, type, label, options, errors: errors[name] },
      chosen: [values[name] ?? []].flat(),
    }),
    /** Whether any of these is filled or wrong, so that it must not be folded away. */
    any: (...names: string[]) =>
      names.some((name) => errors[name] || [values[name] ?? []].flat().some((value) => value !== "")),
  };
}

/** The questions about an offer: what, by whom, for whom, when, how much, and whether it takes any. */
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
  services: readonly ChisanpoService[];
  towns: readonly Option[];
  organisations: readonly Option[];
  initiatives: readonly Option[] | undefined;
}) {
  const { one, field, choice, any } = fieldsFrom(values, errors);
  return (
    <>
      <Section title={FORM.what}>
        <TextField {...field("title")} label="名前" hint="例 出前講座「心の健康」" />
        <SelectField {...field("kind")} label="種類" options={optionsOf(OFFER_KINDS, KIND_NAMES)} />
        <Fold summary="地域産業保健センターの業務のとき" open={one("kind") === "chisanpo" || any("service")}>
          <SelectField
            {...field("service")}
            label="業務"
            optional
            options={services.map(({ key, ja }) => ({ value: key, label: ja }))}
            empty="（そのほかの種類のときは選ばない）"
          />
          <p className="text-std-16B-170">{FORM.services}</p>
          <Services services={services} />
        </Fold>
        <ChoiceField {...choice("topics", "checkbox", "内容", optionsOf(TOPICS, TOPIC_NAMES))} />
        <ChoiceField {...choice("places", "checkbox", "場所", optionsOf(PLACES, WHERE_NAMES))} />
        <ChoiceField
          {...choice("fee", "radio", "費用", optionsOf(["free", "paid"], FEE_NAMES))}
          chosen={[one("fee") || "free"]}
        />
        <Fold summary={FORM.more} open={any("titleEn", "feeNote", "equipment", "note")}>
          <TextField {...field("titleEn")} label="英語の名前" optional />
          <TextField {...field("feeNote")} label="費用の説明" hint="例 講師料1万円、材料費は別" optional />
          <TextField {...field("equipment")} label="準備していただくもの" hint="例 スクリーンと机" optional />
          <TextArea {...field("note")} label="メモ" optional rows={2} />
        </Fold>
      </Section>
      <OfferParts values={values} errors={errors} towns={towns} organisations={organisations} />
      <OfferLimits values={values} errors={errors} towns={towns} />
      {initiatives ? (
        <Section title={FORM.count} lead={FORM.countHint}>
          <SelectField
            {...field("initiativeId")}
            label="事業"
            optional
            options={initiatives}
            empty="（まだ結びつけない）"
          />
        </Section>
      ) : null}
    </>
  );
}

function Services({ services }: { services: readonly ChisanpoService[] }) {
  return (
    <ul className="max-w-3xl">
      {services.map((one) => (
        <li key={one.key} className="border-b border-solid-gray-200 py-2">
          <span className="text-std-16B-170">{one.ja}</span>
          <span className="block">{one.precondition}</span>
          <span className="block text-dns-14N-130 text-solid-gray-800">
            {[one.law || FORM.noLaw, one.deadlineText || FORM.noDue, one.forms.join("、")].join(" ／ ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
