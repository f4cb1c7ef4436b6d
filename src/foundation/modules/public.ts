export {
  type CommandPart,
  MENU_GROUPS,
  type MenuEntry,
  type ModuleRoutes,
  type ModuleWork,
  type Step,
  WORKING_STAFF,
  type YuiModule,
} from "./module.schema.ts";
