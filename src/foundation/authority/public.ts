export { type EntryText, entryColumns, entryMac, entryTime, type Stamp } from "./entry.rules.ts";
export { chosenInForm, onRow, onTarget } from "./form.usecases.server.ts";
export { readsLog, whoLookedAt } from "./log-reader.rules.ts";
export { sweepSentForms } from "./once.usecases.server.ts";
export type {
  AuditEntry,
  Finder,
  Permit,
  Policy,
  Reach,
  Rule,
  Subject,
  Work,
} from "./permit.schema.ts";
export { afterCommit, also, beside } from "./permit.usecases.server.ts";
export {
  anyOf,
  anyone,
  definePolicy,
  holderOf,
  oneself,
  roleAbove,
  roleHere,
  roleIn,
  services,
  signedIn,
  where,
} from "./policy.rules.ts";
export { askOnce } from "./question.rules.ts";
export { reachAlso, reachingAlso, reachWholeArea } from "./reach.store.server.ts";
export { aimedAt } from "./target.schema.ts";
export type { OutputOf, UseCase } from "./usecase.schema.ts";
export { alsoDo, command, declaredUseCases, query } from "./usecases.server.ts";
