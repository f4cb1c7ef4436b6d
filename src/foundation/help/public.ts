export { HELP_TEXT } from "./help.messages.ts";
export { helpFor, type ShownHelp } from "./help.rules.ts";
export type { ModuleHelp } from "./help.schema.ts";
