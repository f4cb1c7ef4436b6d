export { type ActionWords, actionWordsContext } from "./schema.ts";
