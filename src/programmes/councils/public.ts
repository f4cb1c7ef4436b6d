export { FOUND_MEETINGS } from "./finding/found-meeting.queries.server.ts";
export { refreshBoard } from "./maturity/board.usecases.server.ts";
export { COUNCIL_LETTERS } from "./meetings/council-letter.commands.server.ts";
export { meetingsInCalendar } from "./meetings/meeting-calendar.queries.server.ts";
export { remindDuePolls } from "./meetings/poll.commands.server.ts";
export { loadDemonstrationCouncils } from "./system/demonstration.commands.server.ts";
export { remindCouncils } from "./system/reminder.commands.server.ts";
export { councilToday } from "./system/today.queries.server.ts";
