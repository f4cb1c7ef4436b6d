export type { Link, LinkFilter } from "./link.schema.ts";
export { deleteLinksDeadBefore, selectLinks } from "./link.store.server.ts";
export {
  areaOfLink,
  makeLink,
  type NewLink,
  type OpenedLink,
  openLink,
  revokeLinks,
} from "./link.usecases.server.ts";
