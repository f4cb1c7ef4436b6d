export { CLASS_WORDS, EMPLOYER_WORDS, STATE_WORDS, WAY_WORDS } from "./consent.messages.ts";
export { STEPS as CONSENT_STEPS, wasValidOn } from "./consent.rules.ts";
export {
  type ConsentText,
  DATA_CLASSES,
  type DataClass,
  type EmployerMayKnow,
} from "./consent.schema.ts";
export { findConsent as getConsent, findConsentText as getConsentText } from "./consent.store.server.ts";
export {
  endConsents,
  giveConsent,
  listConsents,
  requireConsent,
  takeConsentStep,
} from "./consent.usecases.server.ts";
