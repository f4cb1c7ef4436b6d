export type { AuditEntry, Grounds, Permit, Policy, Subject } from "./schema.ts";
export { act, authorise, type Unit } from "./usecases.server.ts";
