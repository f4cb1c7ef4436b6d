export { previewPurge, purgeOutdated } from "./retention.commands.server.ts";
export { retentionPage } from "./retention.rules.ts";
export {
  type KeptTable,
  type KeptTables,
  PERIODS,
  type PeriodDays,
  type PurgeStep,
} from "./retention.schema.ts";
