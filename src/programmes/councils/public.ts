export { refreshBoard } from "./board/usecases.server.ts";
export { loadDemonstrationCouncils } from "./demonstration/usecases.server.ts";
export { meetingsInCalendar } from "./meetings/calendar/usecases.server.ts";
export { remindDuePolls } from "./meetings/poll/usecases.server.ts";
export { remindCouncils } from "./meetings/reminders/usecases.server.ts";
export { councilToday } from "./today/usecases.server.ts";
