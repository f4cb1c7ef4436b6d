export { keepSealed } from "./chain/chain.commands.server.ts";
export { auditToday, checkLog } from "./chain/check.commands.server.ts";
