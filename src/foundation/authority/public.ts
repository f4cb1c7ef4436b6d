export { act, authorise, type Unit } from "./act.usecases.server.ts";
export { differing } from "./concurrent-edit.rules.ts";
export { sweepSentForms } from "./once.usecases.server.ts";
export type {
  AuditEntry,
  Finder,
  Grounds,
  Permit,
  Policy,
  PolicyTable,
  Rule,
  Subject,
  Work,
} from "./permit.schema.ts";
export { also } from "./permit.usecases.server.ts";
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
export {
  alsoDo,
  command,
  declaredUseCases,
  onRow,
  onTarget,
  query,
  type UseCase,
} from "./usecases.server.ts";
