export {
  defineFound,
  type FindableRows,
  type FoundKey,
  type FoundKind,
  foundKindsContext,
  type Hit,
} from "./found.schema.ts";
export { find as findThings, refreshSearch } from "./search.usecases.server.ts";
export { askedText, findableText, wordsOf as spelledWords } from "./spelling.rules.ts";
