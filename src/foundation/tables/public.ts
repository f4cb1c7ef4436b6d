export { newImportId } from "./begin.usecases.server.ts";
export { tableImports } from "./imports.usecases.server.ts";
export { Asked, BroughtFile, broughtAs, type Understood, understand } from "./layout.usecases.server.ts";
export { receiveImport } from "./receive-import.usecases.server.ts";
export { isRestorable, restores } from "./steps.usecases.server.ts";
export type { ImportView, TableImport } from "./table-import.schema.ts";
export { fileOf, forgetFile } from "./work.usecases.server.ts";
