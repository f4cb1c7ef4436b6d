import { describe, expect, it } from "vitest";
import { PASSWORD_MENDS } from "./password.messages.ts";
import { passwordProblem } from "./password.rules.ts";

const about = ["保健課 担当", "tantou.mori@hamada-shi.example", "浜田市"];
const alone = (password: string) =>
  passwordProblem(password, { secondFactor: false, about, site: "yui.office.example" });
const withFactor = (password: string) => passwordProblem(password, { secondFactor: true, about });

describe("passwordProblem", () => {
  it.each([
    ["", "too-short"],
    ["x7Kp2#qLw9Zv", "too-short"],
    ["あいうえおかきくけこさし", "too-short"],
    ["x".repeat(257), "too-long"],
    ["aaaaaaaaaaaaaaaa", "pattern"],
    ["abcabcabcabcabcabc", "pattern"],
    ["passwordpassword", "common"],
    ["konnichiwa2026", "common"],
    ["watashinopassword", "common"],
    ["qwertyuiop1234", "common"],
    ["１２３４５６７８９０１２３", "common"],
    ["こんにちはこんにちは２０２６", "pattern"],
    ["サクラサクラサクラサクラ１", "pattern"],
    ["ぱすわーどぱすわーど", "too-short"],
    ["わたしのぱすわーどです", "too-short"],
    ["いろはにほへとちりぬるを１", "common"],
    ["kenkouzukuri2026", "common"],
    ["correcthorsebatterystaple", "common"],
    ["yui.office.example-26", "common"],
    ["20252026202720", "dates"],
    ["Winter2026Summer2025", "dates"],
    ["reiwa8nenreiwa8nen", "dates"],
    ["heisei31nen4gatsu", "dates"],
    ["hamada-shi-2026", "about-you"],
    ["tantou.mori.2026", "about-you"],
  ] as const)("refuses %j alone: %s", (password, problem) => {
    expect(alone(password)).toBe(problem);
  });

  it.each([
    "Temiyage-Kotatsu-47",
    "kotatsu no mikan ga nanatsu",
    "紫陽花の隣で猫が茶を飲む月曜",
    "x7Kp2#qLw9Zv!",
  ])("takes %j alone", (password) => {
    expect(alone(password)).toBeUndefined();
  });

  it.each([
    ["x7Kp2#q", "too-short-with-factor"],
    ["x7Kp2#qL", undefined],
    ["password", "common"],
    ["sakura123", "common"],
    ["12345678", "common"],
    ["さくらさくら１２", "pattern"],
  ] as const)("judges %j beside a second factor: %s", (password, problem) => {
    expect(withFactor(password)).toBe(problem);
  });

  it("counts characters as people do, not code units", () => {
    expect(alone("𠮷野家の牛丼を三杯")).toBe("too-short");
  });

  it("has a sentence that names the mend for each problem", () => {
    for (const sentence of Object.values(PASSWORD_MENDS))
      expect(sentence).toMatch(/ください。|覚えやすくなります。/);
  });
});
