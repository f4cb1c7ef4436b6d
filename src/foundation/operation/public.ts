export { watchOperation } from "./alert.commands.server.ts";
