export { previewPurge, purgeOutdated } from "./retention.commands.server.ts";
export { retentionPage } from "./retention.rules.ts";
export { type KeptTables, PERIODS, type PeriodDays } from "./retention.schema.ts";
