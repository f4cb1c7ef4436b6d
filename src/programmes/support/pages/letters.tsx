import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import type { Refusal } from "#platform/kernel/result.ts";
import { fieldsOf } from "#platform/web/fields.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { EDITING, READER_NAMES } from "../letters/editing/messages.ts";
import { previewLetter, readLetters, restoreLetter, saveLetter } from "../letters/editing/usecases.server.ts";
import { LETTERS_TO, type Reader } from "../letters/messages.ts";
import { findPlace } from "../place/usecases.server.ts";
import type { Route } from "./+types/letters";
import { LetterFold } from "./letter-fold.tsx";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind === "visitor") throw redirect(`/sign-in?next=${encodeURIComponent(url.pathname)}`);
  const { area } = shown(await findPlace(app, params.area));
  const letters = shown(await readLetters(app, actor, area.id));
  const { searchParams: query } = url;
  return { letters, done: query.get("done"), open: query.get("letter"), area: area.name };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const fields = await fieldsOf(request);
  const { letter = "", language = "", subject = "", body = "", shown: seen = "", do: what } = fields;
  const typed = { letter, language, subject, body, shown: seen };
  const restores = what === "restore";
  if (what === "preview") {
    const preview = previewLetter(typed);
    if (preview.ok) return { typed, errors: {}, overtaken: undefined, preview: preview.value };
    return data({ typed, ...refused(preview.error) }, { status: 422 });
  }
  const done = await (restores ? restoreLetter : saveLetter)(app, actor, area.id, typed);
  const said = `done=${restores ? "restored" : "saved"}&letter=${letter}#${letter}-${language}`;
  if (done.ok) throw redirect(`/areas/${area.slug}/requests/letters?${said}`);
  const kept = restores ? { ...typed, subject: undefined, body: undefined } : typed;
  return data({ typed: kept, ...refused(done.error) }, { status: statusOf(done.error) });
}

const refused = (error: Refusal) => ({
  errors: error.kind === "invalid" ? error.fields : {},
  overtaken: error.kind === "conflict" ? error.message : undefined,
  preview: undefined,
});

/** A refusal tells that somebody saved meanwhile: the page shows what stands now, beside what was typed. */
export const shouldRevalidate = () => true;

export type LettersData = Route.ComponentProps["loaderData"];
export type LettersDone = Route.ComponentProps["actionData"];

/** The letters of an area, each with what it looks like when it goes out. */
export default function Letters({ loaderData, actionData }: Route.ComponentProps) {
  const { letters, done, area } = loaderData;
  const open = actionData ? actionData.typed.letter : loaderData.open;
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
          title={actionData.overtaken ?? (actionData.preview ? EDITING.shown : EDITING.failed)}
        >
          <a href={place} className="text-blue-1000 underline underline-offset-4">
            {actionData.overtaken ? EDITING.mendOvertaken : EDITING.edit}
          </a>
        </Notice>
      ) : null}
      {(Object.keys(LETTERS_TO) as Reader[]).map((reader) => (
        <Section key={reader} title={READER_NAMES[reader]}>
          {Object.entries(LETTERS_TO[reader]).map(([letter, name]) => (
            <LetterFold
              key={letter}
              name={name}
              texts={letters.filter((one) => one.letter === letter)}
              open={letter === open}
              did={actionData}
            />
          ))}
        </Section>
      ))}
    </>
  );
}
