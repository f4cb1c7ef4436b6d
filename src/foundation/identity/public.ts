export { ROLE_NAMES } from "./messages.ts";
export {
  actorContext,
  addressContext,
  lockOwner,
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
  secretariats,
  workersOf,
} from "./user-name.usecases.server.ts";
