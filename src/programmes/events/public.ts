export { EVENT_LETTERS } from "./letters/event-letter.commands.server.ts";
export { serveLines } from "./signups/line.commands.server.ts";
export { eventsToday } from "./system/today.queries.server.ts";
