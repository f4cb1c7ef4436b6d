import { expect, it } from "vitest";
import { readTownPoints } from "./town-point.rules.ts";

const HEAD = [
  "都道府県コード",
  "都道府県名",
  "市区町村コード",
  "市区町村名",
  "大字町丁目コード",
  "大字町丁目名",
  "緯度",
  "経度",
];
const row = (code: string, name: string, latitude: string, longitude: string) => [
  ...["32", "島根県", code, "浜田市", "000000000001", name, latitude, longitude],
];

it("reads where towns lie from the ministry's table, and leaves out what lies nowhere", () => {
  const rows = [
    HEAD,
    row("32202", "殿町", "34.899", "132.08"),
    row("32202", "殿町", "34.9", "132.081"),
    row("1101", "大通", "43.06", "141.35"),
    row("32202", "不明", "", ""),
    row("32202", "海の外", "12.0", "100.0"),
  ];
  expect(readTownPoints(rows)).toEqual([
    { municipality: "32202", name: "殿町", latitude: 34.9, longitude: 132.081 },
    { municipality: "01101", name: "大通", latitude: 43.06, longitude: 141.35 },
  ]);
});

it("takes no other table for one", () => {
  expect(
    readTownPoints([
      ["市区町村コード", "緯度"],
      ["32202", "34.9"],
    ]),
  ).toBeUndefined();
  expect(readTownPoints([])).toBeUndefined();
});
