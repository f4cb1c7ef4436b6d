import { expect, it } from "vitest";
import { WORDS } from "./words.ts";

const counts = { added: 1200, changed: 9 };

it("says before an import is taken back what goes, who sees it, and whether there is a way back", () => {
  expect(WORDS.withdrawAsks("健診.csv", counts, { published: true, restores: false })).toBe(
    "「健診.csv」で追加した1,200件と更新した9件の取り込みを取り消します。公開中の画面からも、すぐに消えます。取り消した後に元に戻すことはできません。必要なときは、同じファイルをもう一度取り込んでください。",
  );
  expect(WORDS.withdrawAsks("機関.csv", counts, { published: false, restores: true })).toMatch(
    /取り消します。取り消してから30日以内は、元に戻せます。$/,
  );
});
