import { expect, it } from "vitest";
import { withoutZeros } from "./statistics-table.rules.ts";

it("leaves out rows and columns of zeros, and keeps what is hidden", () => {
  const table = {
    columns: ["1〜4人", "5〜29人", "計"],
    rows: [
      { label: "窯業", cells: ["0", "2", "2"] },
      { label: "建設業", cells: ["0", "0", "0"] },
      { label: "運輸業", cells: ["0", "秘匿", "秘匿"] },
    ],
  };
  expect(withoutZeros(table)).toEqual({
    columns: ["5〜29人", "計"],
    rows: [
      { label: "窯業", cells: ["2", "2"] },
      { label: "運輸業", cells: ["秘匿", "秘匿"] },
    ],
  });
});
