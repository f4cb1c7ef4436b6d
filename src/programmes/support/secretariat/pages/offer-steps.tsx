import type { Step } from "#ui/form-steps.tsx";
import { FORM } from "../../offers/offer-form.messages.ts";
import type { AreaOptions } from "../../offers/offer-form.present.ts";
import { STEP_FIELDS } from "../../offers/offer-form.rules.ts";
import { OfferFields } from "./offer-fields.tsx";
import { OfferIntake, OfferLimits } from "./offer-limits.tsx";
import { OfferParts } from "./offer-parts.tsx";

/** The questions about an offer: what, by whom, for whom and when, how much and whether it takes any. */
export function offerSteps(choices: AreaOptions, keptRule: string): readonly Step[] {
  const { towns, organisations, services, initiatives } = choices;
  const { what, who, whom, intake } = FORM.steps;
  return [
    { title: what, fields: STEP_FIELDS.what, part: <OfferFields services={services} /> },
    { title: who, fields: STEP_FIELDS.who, part: <OfferParts {...{ towns, organisations }} /> },
    { title: whom, fields: STEP_FIELDS.whom, part: <OfferLimits {...{ towns, keptRule }} /> },
    {
      title: intake,
      fields: initiatives ? [...STEP_FIELDS.intake, "initiativeId"] : STEP_FIELDS.intake,
      part: <OfferIntake initiatives={initiatives} />,
    },
  ];
}
