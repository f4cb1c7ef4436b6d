export { findWorker, mailboxesOf } from "./members/store.server.ts";
export { IDENTITY_WORDS, ROLE_NAMES } from "./messages.ts";
export { actorContext, addressContext, requestOf, sessionContext } from "./request.server.ts";
export type { Session, SessionState } from "./schema.ts";
export { areasWithSecretariat, secretariatOf } from "./secretariat/store.server.ts";
export { findUsersNamed, namesOfUsers } from "./store.server.ts";
