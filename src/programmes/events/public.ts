export { eventDays } from "./calendar/month.queries.server.ts";
export { EVENT_LIST } from "./catalogue/event.present.ts";
export { listEvents } from "./catalogue/event.usecases.server.ts";
export { EVENT_LETTERS } from "./letters/event-letter.commands.server.ts";
export { serveLines } from "./signups/line.commands.server.ts";
export { remindOfEvents } from "./signups/reminder.commands.server.ts";
export { loadDemonstrationEvents } from "./system/demonstration.commands.server.ts";
export { eventsToday } from "./system/today.queries.server.ts";
