export { AUDIT_WORDS } from "./reading/messages.ts";
export { type ActionWords, actionWordsContext } from "./schema.ts";
