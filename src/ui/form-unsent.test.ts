import { data } from "react-router";
import { expect, it } from "vitest";
import { keepUnsent } from "./form-unsent.ts";

const send = async (outcome: { type: "data" | "error"; result: unknown }, fields: Record<string, string>) => {
  const body = new URLSearchParams(fields);
  const request = new Request("http://localhost/form", { method: "POST", body });
  return (await keepUnsent({ request }, async () => ({ page: outcome }))).page!;
};
const form = { do: "note.save", title: "題", once: "k" };

it.each<[string, unknown, string]>([
  ["no connection", new TypeError("Failed to fetch"), "lost"],
  ["no connection, as the router tells it", data(new TypeError("Failed to fetch")), "lost"],
  ["a broken server", new Error("Unexpected Server Error"), "failed"],
])("gives a form that got no answer back what was typed: %s", async (_name, error, unsent) => {
  const answered = await send({ type: "error", result: error }, form);
  expect(answered).toMatchObject({
    type: "data",
    result: {
      data: { command: "note.save", unsent, values: { title: "題", once: "k" } },
      init: { status: 503 },
    },
  });
});

it("leaves a refusal of the server, an answer, and a form of no command alone", async () => {
  const refused = new Response(null, { status: 403 });
  expect(await send({ type: "error", result: refused }, form)).toEqual({ type: "error", result: refused });
  expect(await send({ type: "data", result: 1 }, form)).toEqual({ type: "data", result: 1 });
  const lost = new TypeError("Failed to fetch");
  expect(await send({ type: "error", result: lost }, {})).toEqual({ type: "error", result: lost });
});
