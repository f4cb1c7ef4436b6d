export { seenRunning } from "./doctor.queries.server.ts";
