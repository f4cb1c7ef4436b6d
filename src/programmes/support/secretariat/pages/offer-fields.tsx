import type { ReactNode } from "react";
import { ChoiceField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { useFilled } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import type { ChisanpoService } from "../../model/chisanpo.rules.ts";
import { FORM, OFFER_LABELS as LABELS } from "../../offers/offer-form.messages.ts";
import { type AreaOptions, OPTIONS, serviceOptions } from "../../offers/offer-form.present.ts";

/** What is offered. */
export function OfferFields({ services }: Pick<AreaOptions, "services">) {
  return (
    <Section title={FORM.what}>
      <TextField name="title" label={LABELS.title} hint="例 出前講座「心の健康」" />
      <SelectField name="kind" label={LABELS.kind} options={OPTIONS.kind} />
      <FieldsFold summary="地域産業保健センターの業務のとき" fields={["service"]}>
        <SelectField
          name="service"
          label={LABELS.service}
          optional
          options={serviceOptions(services)}
          empty="（そのほかの種類のときは選ばない）"
        />
        <p className="text-std-16B-170">{FORM.services}</p>
        <Services services={services} />
      </FieldsFold>
      <ChoiceField name="topics" type="checkbox" label={LABELS.topics} options={OPTIONS.topics} />
      <ChoiceField name="places" type="checkbox" label={LABELS.places} options={OPTIONS.places} />
      <ChoiceField name="fee" type="radio" label={LABELS.fee} options={OPTIONS.fee} />
      <FieldsFold summary={FORM.more} fields={["titleEn", "feeNote", "equipment", "note"]}>
        <TextField name="titleEn" label={LABELS.titleEn} optional />
        <TextField name="feeNote" label={LABELS.feeNote} hint="例 講師料1万円、材料費は別" optional />
        <TextField name="equipment" label={LABELS.equipment} hint="例 スクリーンと机" optional />
        <TextArea name="note" label={LABELS.note} optional rows={2} />
      </FieldsFold>
    </Section>
  );
}

/** A fold that stands open where one of these fields is filled or wrong. */
export function FieldsFold({
  summary,
  fields,
  children,
}: {
  summary: string;
  fields: readonly string[];
  children: ReactNode;
}) {
  return (
    <Fold summary={summary} open={useFilled(...fields)}>
      {children}
    </Fold>
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
