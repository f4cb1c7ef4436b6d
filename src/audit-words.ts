import { INDICATOR_WORDS } from "#evidence/indicators/public.ts";
import { AREA_WORDS } from "#foundation/areas/public.ts";
import { type ActionWords, AUDIT_WORDS } from "#foundation/audit/public.ts";
import { IDENTITY_WORDS } from "#foundation/identity/public.ts";
import { ORGANISATION_WORDS } from "#foundation/organisations/public.ts";
import { COUNCIL_WORDS } from "#programmes/councils/public.ts";
import { PLAN_WORDS } from "#programmes/plan/public.ts";
import { SUPPORT_WORDS } from "#programmes/support/public.ts";

/**
 * What the actions of all modules are called in the audit log. A module exports its words from public.ts and adds a
 * line here: the log itself stands left of most modules and may not know them.
 */
export const ACTION_WORDS: ActionWords = {
  ...IDENTITY_WORDS,
  ...AUDIT_WORDS,
  ...AREA_WORDS,
  ...ORGANISATION_WORDS,
  ...INDICATOR_WORDS,
  ...PLAN_WORDS,
  ...COUNCIL_WORDS,
  ...SUPPORT_WORDS,
};
