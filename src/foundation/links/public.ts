export { selectLinks } from "./link.store.server.ts";
export {
  areaOfLink,
  makeLink,
  openLink,
  revokeLinks,
  revokeLinksOf,
} from "./link.usecases.server.ts";
