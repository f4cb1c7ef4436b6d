export { AUDIT_WORDS } from "./reading/messages.ts";
export {
  type ActionWords,
  type AuditEntry,
  actionWordsContext,
  type Grounds,
  type Permit,
  type Policy,
  type Subject,
} from "./schema.ts";
export { act, authorise, type Unit } from "./usecases.server.ts";
