export {
  type CalendarQuery,
  type CommandPart,
  MENU_GROUPS,
  type MenuEntry,
  type ModuleRoutes,
  type ModuleWork,
  type Step,
  type TodayQuery,
  WORKING_STAFF,
  type YuiModule,
} from "./module.schema.ts";
