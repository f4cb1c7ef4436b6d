import { data, redirect } from "react-router";
import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { statusOf } from "#platform/web/refusal.ts";
import type { Commented } from "../comments/schema.ts";
import { commentOn, hideComment } from "../comments/usecases.server.ts";
import { chosenId } from "./place.tsx";

type Place = Readonly<{ app: App; actor: Actor; area: Readonly<{ id: AreaId }> }>;

/** What the forms of Comments ask for, on whichever page they stand; undefined where another form was sent. */
export async function commentAction(
  { app, actor, area }: Place,
  of: Commented,
  values: Readonly<Record<string, string>>,
  page: string,
) {
  const work = () => {
    switch (values.intent) {
      case "comment":
        return commentOn(app, actor, area.id, of, values, values.once);
      case "hide-comment":
      case "show-comment":
        return hideComment(app, actor, area.id, chosenId(values), values.intent === "hide-comment");
      default:
        return undefined;
    }
  };
  const done = await work();
  if (!done) return undefined;
  if (done.ok) throw redirect(`${page}#comments`);
  if (done.error.kind !== "invalid") throw data(null, { status: statusOf(done.error) });
  return data({ comment: { errors: done.error.fields.text, text: values.text } }, { status: 422 });
}
