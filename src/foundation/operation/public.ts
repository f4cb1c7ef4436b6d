export { watchOperation } from "./alert.commands.server.ts";
export { operationFindings } from "./doctor.present.ts";
