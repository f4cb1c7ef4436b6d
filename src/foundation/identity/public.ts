export { actorContext, requestOf } from "./request.server.ts";
export { reaches, roleAnywhere, roleInArea, roleInOrganisation, scopeOf } from "./rules.ts";
export { type Actor, type Membership, ROLES, type Role, service, VISITOR } from "./schema.ts";
