export { codeDoor, codeHash, codeOf, printedCode, typedCode } from "./code.rules.ts";
export { selectLinks } from "./link.store.server.ts";
export {
  areaOfLink,
  makeLink,
  openLink,
  revokeLinks,
  revokeLinksOf,
} from "./link.usecases.server.ts";
export { readByLink } from "./link-page.queries.server.ts";
