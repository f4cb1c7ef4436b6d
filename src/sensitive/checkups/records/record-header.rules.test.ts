import { describe, expect, it } from "vitest";
import { identifyingColumns, itemOfCode, meaningOf, meaningsOf } from "./record-header.rules.ts";

describe("a header's name", () => {
  it.each([
    ["収縮期血圧", "sbp"],
    ["血圧(収縮期)", "sbp"],
    ["HDL・CO", "hdl"],
    ["Non・HDLCO", "non_hdl"],
    ["γ・GTP", "ggt"],
    ["質問8 たばこ", "q8"],
    ["[Met]習慣的喫煙", "q8"],
    ["knk_kenkork_kensa.kensa_val_005 検査コード005 身長", "height"],
    ["必須項目 身体計測 身長 cm", "height"],
    ["必須項目 血圧 血圧(収縮期) mmHg", "sbp"],
    ["カンマ位置(131)", "marker"],
    ["証番号", "identity"],
    ["氏名カナ", "identity"],
    ["個人キー", "person_key"],
    ["食後時間区分", "meal"],
    ["(予備)留意所見有無区分", "ignore"],
    ["3F015129902327101", "tg_casual"],
    ["3F015000002327101", "tg_fasting"],
  ])("%s is %s", (name, role) => {
    expect(meaningOf(name).role).toBe(role);
  });

  it("reads codes by their first five characters and the mark of a meal", () => {
    expect(itemOfCode("3D010129901926101")).toBe("casual_glucose");
    expect(itemOfCode("3D010000001926101")).toBe("fpg");
    expect(itemOfCode("9A751000000000001")).toBe("sbp_1");
    // Height and weight, which programs have taken for blood pressure.
    expect(itemOfCode("9N001000000000001")).toBe("height");
    expect(itemOfCode("9N006000000000001")).toBe("weight");
  });

  it("does not count an HbA1c of unknown scale beside one in NGSP, and reads a name that stands twice once", () => {
    const roles = (header: readonly string[]) => meaningsOf(header).map(({ role }) => role);
    expect(roles(["HbA1c", "HbA1c(NGSP)"])).toEqual(["hba1c_jds", "hba1c"]);
    expect(roles(["HbA1c"])).toEqual(["hba1c"]);
    expect(roles(["尿糖", "尿蛋白", "尿糖"])).toEqual(["urine_glucose", "urine_protein", "ignore"]);
  });
});

describe("columns that tell who somebody is", () => {
  it("are found by their name and by what stands in them, and are none where they are empty", () => {
    const header = ["個人キー", "カナ氏名", "OP 01"];
    const meanings = meaningsOf(header);
    expect(identifyingColumns(header, meanings, [["k", "", ""]])).toEqual([]);
    expect(identifyingColumns(header, meanings, [["k", "ミホン イチロウ", ""]])).toEqual(["カナ氏名"]);
    const hidden = [
      ["k", "", "ミホン　イチロウ"],
      ["l", "", "ﾐﾎﾝ ﾊﾅｺ"],
    ];
    expect(identifyingColumns(header, meanings, hidden)).toEqual(["OP 01"]);
  });
});
