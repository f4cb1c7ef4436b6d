import { conclude } from "./sources.ts";
import { checkVocabulary } from "./vocabulary/check.ts";

const { files, problems } = checkVocabulary(new URL("../", import.meta.url).pathname);
conclude("vocabulary", problems, `${files} files, each where and what it should be`);
