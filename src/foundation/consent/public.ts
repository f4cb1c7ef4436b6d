export {
  CLASS_WORDS,
  EMPLOYER_WORDS,
  GROUND_WORDS,
  ON_BEHALF_WORDS,
  STATE_WORDS,
  WAY_WORDS,
} from "./consent.messages.ts";
export { coveredUntil, STEPS as CONSENT_STEPS, wasValidOn } from "./consent.rules.ts";
export {
  type ConsentText,
  DATA_CLASSES,
  type DataClass,
  type EmployerMayKnow,
  GROUNDS_ON_BEHALF,
  ON_BEHALF,
} from "./consent.schema.ts";
export { findConsent as getConsent, findConsentText as getConsentText } from "./consent.store.server.ts";
export {
  endConsents,
  giveConsent,
  listConsents,
  requireConsent,
  takeConsentStep,
} from "./consent.usecases.server.ts";
