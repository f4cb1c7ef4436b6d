import { Form } from "react-router";
import { Button } from "#ui/button.tsx";
import { ChoiceField, type Option, SelectField } from "#ui/field.tsx";
import { CountField } from "#ui/field-kinds.tsx";
import { BODY_NAMES, CHECK, TIER_NAMES } from "../model/act.messages.ts";
import type { Spoken } from "../model/act.schema.ts";
import { BODIES, TIERS, type Tier } from "../model/act-lists.schema.ts";

/** Who answers: what decides which questions apply. It stands in the address; nothing is kept of it. */
export function FactsForm({
  language,
  tier,
  industries,
  errors,
}: {
  language: Spoken;
  tier: Tier | undefined;
  industries: readonly Option[];
  errors: Readonly<Record<string, readonly string[]>>;
}) {
  const text = CHECK[language];
  if (!tier)
    return (
      <Form method="get">
        {language === "en" ? <input type="hidden" name="lang" value="en" /> : null}
        <ChoiceField
          chips
          type="radio"
          label={text.tier}
          name="tier"
          options={TIERS.map((value) => ({ value, label: TIER_NAMES[language][value] }))}
          chosen={["workplace"]}
        />
        <Button kind="primary">{text.begin}</Button>
      </Form>
    );
  return (
    <Form method="get">
      {language === "en" ? <input type="hidden" name="lang" value="en" /> : null}
      <input type="hidden" name="tier" value={tier} />
      <input type="hidden" name="go" value="1" />
      {tier === "workplace" ? (
        <>
          <CountField label={text.workers} hint={text.workersHint} name="workers" errors={errors.workers} />
          <SelectField label={text.industry} name="industry" options={industries} empty="" optional />
          <Tick name="canteen" label={text.canteen} />
        </>
      ) : null}
      {tier === "person" ? (
        <>
          <Tick name="hired" label={text.hired} />
          <Tick name="leads" label={text.leads} />
        </>
      ) : null}
      {tier === "partner_organisations" ? (
        <SelectField
          label={text.body}
          name="body"
          options={BODIES.map((value) => ({ value, label: BODY_NAMES[language][value] }))}
        />
      ) : null}
      <Button kind="primary">{text.begin}</Button>
    </Form>
  );
}

const Tick = ({ name, label }: { name: string; label: string }) => (
  <ChoiceField label="" name={name} type="checkbox" options={[{ value: "true", label }]} />
);
