import { expect, it } from "vitest";
import { checked } from "#platform/kernel/checked.ts";
import { namesIn, organisationsOf, withKnown } from "./initiative.rules.ts";
import { InitiativeInput } from "./plan.schema.ts";

it.each([
  ["", "", []],
  ["保健所", "", ["lead 保健所"]],
  ["保健所", "地産保\n商工会、医師会", ["lead 保健所", "partner 地産保", "partner 商工会", "partner 医師会"]],
  ["", "地産保\n\n 地産保 ", ["partner 地産保"]],
])("lead %j and partners %j", (lead, partners, organisations) => {
  expect(organisationsOf(lead, namesIn(partners)).map((one) => `${one.role} ${one.name}`)).toEqual(
    organisations,
  );
});

it("keeps the sector of an organisation that stays", () => {
  const known = [
    { role: "partner" as const, name: "地産保", sector: "occupational_health_centre", organisationId: null },
  ];
  expect(withKnown(organisationsOf("地産保", ["商工会"]), known)).toEqual([
    { role: "lead", name: "地産保", sector: "occupational_health_centre", organisationId: null },
    { role: "partner", name: "商工会", sector: null, organisationId: null },
  ]);
});

it.each([
  [{ lead: "長".repeat(201) }, "lead", "200文字"],
  [{ partners: `地産保\n${"長".repeat(201)}` }, "partners", "200文字"],
  [
    { lead: "保健所", partners: Array.from({ length: 60 }, (_, index) => `機関${index}`).join("\n") },
    "partners",
    "60まで",
  ],
])("says at its field what is wrong with organisations", (change, field, sentence) => {
  const read = checked(InitiativeInput, { title: "講座", fineKind: "training", ...change });
  expect(read).toMatchObject({ error: { fields: { [field]: [expect.stringContaining(sentence)] } } });
});
