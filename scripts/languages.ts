import { missingIn } from "#platform/kernel/further-language.ts";
import { FURTHER_LANGUAGES } from "#platform/web/languages.server.ts";
import { askTexts } from "#programmes/support/public.ts";

/** Lists what the further languages (reference/languages) still lack, and leaves it at that: a page falls back. */
for (const file of FURTHER_LANGUAGES) {
  const missing = Object.entries(askTexts(file.base)).flatMap(([room, texts]) =>
    missingIn(file, room, texts),
  );
  process.stdout.write(`${file.name} (${file.code}): ${missing.length} missing\n`);
  for (const name of missing) process.stdout.write(`  ${name}\n`);
}
process.exit(0);
