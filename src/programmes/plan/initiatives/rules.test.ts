import { expect, it } from "vitest";
import { errorsOf, organisationsOf, withKnown } from "./rules.ts";

it.each([
  ["", "", []],
  ["保健所", "", ["lead 保健所"]],
  ["保健所", "地産保\n商工会、医師会", ["lead 保健所", "partner 地産保", "partner 商工会", "partner 医師会"]],
  ["", "地産保\n\n 地産保 ", ["partner 地産保"]],
])("lead %j and partners %j", (lead, partners, organisations) => {
  expect(organisationsOf(lead, partners).map((one) => `${one.role} ${one.name}`)).toEqual(organisations);
});

it("keeps the sector of an organisation that stays", () => {
  const known = [
    { role: "partner" as const, name: "地産保", sector: "occupational_health_centre", organisationId: null },
  ];
  expect(withKnown(organisationsOf("地産保", "商工会"), known)).toEqual([
    { role: "lead", name: "地産保", sector: "occupational_health_centre", organisationId: null },
    { role: "partner", name: "商工会", sector: null, organisationId: null },
  ]);
});

it.each([
  ["保健所", "organisations.0.name", "lead"],
  ["", "organisations.0.name", "partners"],
  ["保健所", "organisations.3.name", "partners"],
  ["保健所", "organisations", "partners"],
  ["保健所", "title", "title"],
])("with the lead %j says what is wrong in %s at the field %s", (lead, wrong, field) => {
  expect(errorsOf({ [wrong]: ["長すぎます。"] }, { lead })).toEqual({ [field]: ["長すぎます。"] });
});
