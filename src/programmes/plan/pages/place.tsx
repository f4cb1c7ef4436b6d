import { data, type RouterContextProvider } from "react-router";
import type { Actor } from "#foundation/actors/public.ts";
import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { Result } from "#platform/kernel/result.ts";
import type { Input } from "#platform/web/fields.ts";
import type { FormCommand } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { findPlan } from "../chain/plan-place.queries.server.ts";
import { planComments } from "../comments/comment.usecases.server.ts";
import type { Evaluated } from "../model/plan.schema.ts";

type Args = Readonly<{
  context: Readonly<RouterContextProvider>;
  params: { area?: string };
  url: URL;
}>;

/** A command, whatever its target is. */
type AnyCommand<Out> = ((app: App, actor: Actor, target: never, input?: unknown) => Promise<Result<Out>>) & {
  declared: { name: string };
};

/** What a page of an area's staff starts from; whoever is not signed in is led there first. */
export async function staffPlace({ context, params, url }: Args) {
  const { app, actor } = signedInRequest({ context, url });
  const place = shown(await findPlan(app, actor, { text: params.area ?? "" }));
  const area = place.area.id;
  const onChosen =
    (named: Readonly<Record<string, string>>) =>
    <Out,>(useCase: AnyCommand<Out>, then: (value: Out, input: Input) => string): FormCommand => ({
      name: useCase.declared.name,
      run: (input) => useCase(app, actor, { ...input, ...named, area } as never, input),
      then,
    });
  return {
    app,
    actor,
    url,
    ...place,
    base: `/areas/${place.area.slug}/plan`,
    /** Commands on the area. */
    onArea: onTarget(app, actor, { area }),
    /** Commands on a row that the address names. */
    onRow: (id: string) => onTarget(app, actor, { area, id }),
    /** Commands on what is evaluated. */
    onEvaluated: (of: Evaluated) => onTarget(app, actor, { area, ...of }),
    /** What the forms of its comments ask for, on the page of a part. */
    commenting: (kind: "issue" | "goal" | "initiative", id: string, page: string) =>
      planComments.forms(app, actor, { area, kind, id }, () => `${page}#comments`),
    /** A command on what its form names by hidden fields, such as `id`. */
    onChosen: onChosen({}),
    /** The same, where the address has a say in what is meant: `under` the row that it names. */
    onPart: onChosen,
  };
}

/** The same for a page that is of use to those alone who may edit the plan; others are refused before they type. */
export async function editorsPlace(args: Args) {
  const place = await staffPlace(args);
  if (!place.mayEdit) throw data(null, { status: 403 });
  return place;
}

/** What a form chooses from, by title. */
export const optionsOf = (rows: readonly Readonly<{ id: string; title: string }>[]) =>
  rows.map(({ id, title }) => ({ value: id, label: title }));
