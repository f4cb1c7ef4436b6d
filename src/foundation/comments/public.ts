export { selectRecent as recentComments } from "./comment.store.server.ts";
export { comments } from "./comment.usecases.server.ts";
