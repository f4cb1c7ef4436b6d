export { readBoard, refreshBoard } from "./board/usecases.server.ts";
export { loadDemonstrationCouncils } from "./demonstration/usecases.server.ts";
export { remindDuePolls } from "./meetings/poll/usecases.server.ts";
export { remindCouncils } from "./meetings/reminders/usecases.server.ts";
export { listMeetings } from "./meetings/usecases.server.ts";
export { COUNCIL_WORDS } from "./messages.ts";
export { makeReport, readReport } from "./report/usecases.server.ts";
export { councilToday } from "./today/usecases.server.ts";
export { listBodies } from "./usecases.server.ts";
