import { dirname } from "node:path";
import { checkImports } from "./fence/check.ts";
import { conclude } from "./sources.ts";

const { files, problems } = await checkImports(dirname(import.meta.dirname));
conclude("fence", problems, `${files} files, every import goes where it may`);
