export { helpFor, type ShownHelp } from "./help.rules.ts";
export type { ModuleHelp } from "./help.schema.ts";
export { HelpBox } from "./parts/help-box.tsx";
