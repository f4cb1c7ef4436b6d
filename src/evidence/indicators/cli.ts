import type { Command } from "commander";
import { registerImports } from "./imports/cli.ts";

/** The commands of this module. */
export function registerIndicators(program: Command): void {
  registerImports(program);
}
