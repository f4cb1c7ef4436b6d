import { dirname } from "node:path";
import { conclude } from "./sources.ts";
import { checkVocabulary } from "./vocabulary/check.ts";

const { files, problems } = checkVocabulary(dirname(import.meta.dirname));
conclude("vocabulary", problems, `${files} files, each where and what it should be`);
