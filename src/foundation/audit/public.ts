export { type ActionWords, actionWordsContext, type Kinds, kindsContext } from "./schema.ts";
