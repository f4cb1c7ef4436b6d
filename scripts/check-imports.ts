import { checkImports } from "./fence/check.ts";
import { conclude } from "./sources.ts";

const { files, problems } = await checkImports(new URL("../", import.meta.url).pathname);
conclude("fence", problems, `${files} files, every import goes where it may`);
