import { describe, expect, it } from "vitest";
import { z } from "zod";
import { VISITOR } from "#foundation/actors/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { chosenInForm, command, definePolicy, onTarget, roleHere } from "./public.ts";

const app = testApp();
const [HERE, THERE] = ["sma-32-02" as AreaId, "14150" as AreaId];
const clerk = person("coordinator", HERE);
const stranger = person("member", HERE);

const write = command({
  name: "leaflet.write",
  policy: definePolicy({ "leaflet.write": roleHere("coordinator") }),
  target: z.object({ area: areaId }),
  subject: (_find, { area }) => ({ type: "leaflet", area }),
  input: z.object({ title: z.string().min(1) }),
  run: () => ok(undefined),
});
const byForm = chosenInForm(write, {
  choose(form) {
    const { area } = form as { area?: string };
    return area ? ok({ area }) : invalid({ area: ["choose one"] });
  },
  own: () => ({ type: "leaflet", area: HERE }),
  elsewhere: { "not-found": { area: ["none"] }, forbidden: { area: ["not yours"] } },
});

async function post(actor: typeof clerk, fields: Readonly<Record<string, string>>) {
  const body = new URLSearchParams({ do: "leaflet.write", ...fields });
  const request = new Request("http://localhost/", { method: "POST", body });
  const on = onTarget(app, actor, {});
  try {
    const answer = await answerForm(request, [on(byForm, () => "/done")]);
    const { init, data } = answer as { init: { status: number }; data: { errors: object } };
    return { status: init.status, errors: data.errors };
  } catch (thrown) {
    return { status: (thrown as Response).status, errors: {} };
  }
}

describe("what is chosen in a form", () => {
  it("is refused to who may nothing of the kind, whatever the form says", async () => {
    for (const fields of [{}, { area: HERE }, { area: THERE, title: "t" }, { title: "t" }, { area: "\0" }])
      for (const who of [stranger, VISITOR])
        expect([fields, await post(who as never, fields)]).toMatchObject([fields, { status: 403 }]);
  });

  it("is judged for who may, and what is somebody else's is said beside its field", async () => {
    expect(await post(clerk, {})).toEqual({ status: 422, errors: { area: ["choose one"] } });
    expect(await post(clerk, { area: HERE })).toMatchObject({
      status: 422,
      errors: { title: [expect.any(String)] },
    });
    expect(await post(clerk, { area: THERE })).toEqual({ status: 403, errors: { area: ["not yours"] } });
    expect(await post(clerk, { area: HERE, title: "t" })).toEqual({ status: 302, errors: {} });
  });

  it("is shown beforehand to who may, and judged before that", async () => {
    const preview = { step: "preview" };
    expect(await post(clerk, preview)).toEqual({ status: 422, errors: { area: ["choose one"] } });
    expect(await post(clerk, { ...preview, area: HERE, title: "t" })).toEqual({ status: 200, errors: {} });
    expect(await post(stranger, { ...preview, area: HERE, title: "t" })).toMatchObject({ status: 403 });
  });

  it("is refused before a step of its form is judged", async () => {
    const step = { step: "1", "step.at": "0", "step.fields": "title" };
    const onPage = onTarget(app, stranger, { area: HERE });
    const body = new URLSearchParams({ do: "leaflet.write", ...step });
    const request = new Request("http://localhost/", { method: "POST", body });
    const answer = answerForm(request, [onPage(write, () => "/done")]);
    await expect(answer).rejects.toMatchObject({ status: 403 });
  });
});
