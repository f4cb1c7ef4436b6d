export { ROLE_NAMES } from "./messages.ts";
export {
  actorContext,
  addressContext,
  requestOf,
  sessionContext,
  signedInRequest,
} from "./request.server.ts";
export {
  areasWithSecretariat,
  findUsersNamed,
  findWorker,
  mailboxesOf,
  namesOfUsers,
  secretariatOf,
  workersOf,
} from "./usecases.server.ts";
