import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { fieldsOf } from "#platform/web/fields.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { EDITING } from "../letters/editing/messages.ts";
import { previewLetter, readLetters, restoreLetter, saveLetter } from "../letters/editing/usecases.server.ts";
import { findPlace } from "../place/usecases.server.ts";
import type { Route } from "./+types/letters";
import { LetterSection } from "./letter-section.tsx";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind === "visitor") throw redirect(`/sign-in?next=${encodeURIComponent(url.pathname)}`);
  const { area } = shown(await findPlace(app, params.area));
  const letters = shown(await readLetters(app, actor, area.id));
  return { letters, done: url.searchParams.get("done"), area: area.name };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const { letter = "", language = "", subject = "", body = "", do: what } = await fieldsOf(request);
  const typed = { letter, language, subject, body };
  if (what === "preview") {
    const preview = previewLetter(typed);
    if (preview.ok) return { typed, errors: {}, preview: preview.value };
    return data({ typed, errors: errorsOf(preview.error), preview: undefined }, { status: 422 });
  }
  const done = await (what === "restore" ? restoreLetter : saveLetter)(app, actor, area.id, typed);
  if (done.ok) throw redirect(`?done=${what === "restore" ? "restored" : "saved"}#${letter}-${language}`);
  return data({ typed, errors: errorsOf(done.error), preview: undefined }, { status: statusOf(done.error) });
}

const errorsOf = (error: { kind: string; fields?: Readonly<Record<string, readonly string[]>> }) =>
  error.fields ?? {};

export type LettersData = Route.ComponentProps["loaderData"];
export type LettersDone = Route.ComponentProps["actionData"];

/** The letters of an area, each with what it looks like when it goes out. */
export default function Letters({ loaderData: { letters, done, area }, actionData }: Route.ComponentProps) {
  const place = actionData ? `#${actionData.typed.letter}-${actionData.typed.language}` : "";
  return (
    <>
      <PageHead title={`${EDITING.title}　${area}`} lead={EDITING.lead} />
      {done && !actionData ? (
        <Notice kind="success" title={done === "restored" ? EDITING.restored : EDITING.saved} />
      ) : null}
      {actionData ? (
        <Notice
          kind={actionData.preview ? "info" : "error"}
          title={actionData.preview ? EDITING.shown : EDITING.failed}
        >
          <a href={place} className="text-blue-1000 underline underline-offset-4">
            {EDITING.edit}
          </a>
        </Notice>
      ) : null}
      {letters.map((one) => (
        <LetterSection key={`${one.letter}-${one.language}`} one={one} did={actionData} />
      ))}
    </>
  );
}
