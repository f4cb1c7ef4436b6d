export { selectLinks } from "./link.store.server.ts";
export {
  areaOfLink,
  makeLink,
  openLink,
  revokeLinks,
} from "./link.usecases.server.ts";
