import type { Command } from "commander";
import { registerImports } from "./imports/cli.ts";
import { registerProfile } from "./profile/cli.ts";

/** The commands of this module. */
export function registerIndicators(program: Command): void {
  registerImports(program);
  registerProfile(program);
}
