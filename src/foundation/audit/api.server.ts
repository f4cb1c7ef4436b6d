export { keepSealed } from "./chain/chain.commands.server.ts";
export { auditToday, checkLogDaily, logOnSecret } from "./chain/check.commands.server.ts";
export { noteHeads } from "./chain/noted-head.commands.server.ts";
