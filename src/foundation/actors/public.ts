export {
  actorOf,
  areasAs,
  FRESH_MINUTES,
  isFresh,
  organisationsOf,
  reaches,
  roleAnywhere,
  roleInArea,
  roleInOrganisation,
  scopeOf,
  touches,
} from "./actor.rules.ts";
export {
  type Actor,
  type Holder,
  OFFERED_ROLES,
  type Person,
  ROLES,
  type Role,
  STAFF_ROLES,
  service,
  VISITOR,
} from "./actor.schema.ts";
