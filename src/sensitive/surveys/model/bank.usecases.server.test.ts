import { expect, it } from "vitest";
import { findInBank, readBank } from "./bank.usecases.server.ts";

it.each(readBank().forms.map(({ key, blocks }) => [key, blocks] as const))(
  "has each text of the form %s in Japanese, easy Japanese and English",
  (_key, blocks) => {
    const missing = blocks.flatMap(([, ids]) =>
      ids.flatMap((id) => {
        const { text, choices, rows } = findInBank(id)!;
        const all = [text, ...choices.map(({ label }) => label), ...rows.map(({ label }) => label)];
        return all.flatMap((one) =>
          (["ja", "easy", "en"] as const).filter((in_) => !one[in_]).map((in_) => `${id} ${one.ja} (${in_})`),
        );
      }),
    );
    expect(missing).toEqual([]);
  },
);
