export { countSender } from "./sender.commands.server.ts";
