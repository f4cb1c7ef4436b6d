export { findWorker, mailboxesOf } from "./members/store.server.ts";
export { IDENTITY_WORDS, ROLE_NAMES } from "./messages.ts";
export { actorContext, addressContext, requestOf, sessionContext } from "./request.server.ts";
export { actorOf, reaches, roleAnywhere, roleInArea, roleInOrganisation, scopeOf, touches } from "./rules.ts";
export {
  type Actor,
  type Membership,
  ROLES,
  type Role,
  type Session,
  type SessionState,
  STAFF_ROLES,
  service,
  VISITOR,
} from "./schema.ts";
export { areasWithRole, findUsersNamed, namesOfUsers, organisationsWithRole } from "./store.server.ts";
