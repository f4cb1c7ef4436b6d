import { data, redirect } from "react-router";
import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { targetValues } from "../meanwhile/present.ts";
import { asShown, overtakenBy } from "../meanwhile/usecases.server.ts";
import { saveTarget } from "../targets/usecases.server.ts";
import { readPlan, removeThing } from "../usecases.server.ts";
import type { Route } from "./+types/target-edit";
import { OvertakenNotice, Shown } from "./overtaken.tsx";
import { editorsPlace, fieldsOf, staffPlace } from "./place.tsx";
import { DIRECTIONS, TargetForm } from "./target-form.tsx";

async function targetAmong(app: App, actor: Actor, area: AreaId, id: string) {
  const { skeleton } = shown(await readPlan(app, actor, area));
  const target = skeleton.targets.find((one) => one.id === id);
  if (!target) throw data(null, { status: 404 });
  return { target, goals: skeleton.goals };
}

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await editorsPlace(args);
  const { target, goals } = await targetAmong(app, actor, area.id, args.params.target);
  return {
    name: area.name,
    back: `${base}/targets/${target.id}`,
    goals: goals.map(({ id, title }) => ({ value: id, label: title })),
    ...asShown(targetValues(target)),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const id = args.params.target;
  const values = await fieldsOf(args.request);
  if (values.intent === "remove") {
    shown(await removeThing(app, actor, area.id, "target", id));
    throw redirect(`${base}?removed`);
  }
  const { target } = await targetAmong(app, actor, area.id, id);
  const input = { indicator: target.indicator ?? "", ...values };
  const saved = await saveTarget(app, actor, area.id, input, { id, confirmed: values.confirmed === "1" });
  if (!saved.ok) {
    if (saved.error.kind === "conflict") {
      const now = targetValues((await targetAmong(app, actor, area.id, id)).target);
      return data({ errors: {}, values, ask: null, overtaken: overtakenBy(values, now) }, { status: 409 });
    }
    if (saved.error.kind !== "invalid") throw data(null, { status: statusOf(saved.error) });
    return data({ errors: saved.error.fields, values, ask: null, overtaken: undefined }, { status: 422 });
  }
  if ("ask" in saved.value) return data({ errors: {}, values, ask: saved.value.ask, overtaken: undefined });
  throw redirect(`${base}/targets/${id}?saved`);
}

export default function EditTarget({ loaderData, actionData }: Route.ComponentProps) {
  const { back, name, goals, values } = loaderData;
  return (
    <>
      <PageHead
        title="目標値を直す"
        lead={`${name}の計画`}
        actions={<ButtonLink to={back}>直さずにもどる</ButtonLink>}
      />
      <OvertakenNotice by={actionData?.overtaken} options={{ goalId: goals, direction: DIRECTIONS }} />
      <TargetForm
        values={actionData?.values ?? values}
        errors={actionData?.errors}
        ask={actionData?.ask ?? null}
        goals={goals}
        submit="保存する"
      >
        <Shown answer={actionData} value={loaderData.shown} />
      </TargetForm>
      <div className="mt-10">
        <OnceForm submit="この目標値を消す" kind="danger" busy="消しています…">
          <input type="hidden" name="intent" value="remove" />
        </OnceForm>
      </div>
    </>
  );
}
