export { type RecentEntry, recentEntries } from "./reading/recent.queries.server.ts";
export { type ActionWords, actionWordsContext, type Kinds, kindsContext } from "./schema.ts";
