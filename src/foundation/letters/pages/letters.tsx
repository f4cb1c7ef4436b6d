import { data, type RouterContextProvider, redirect } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { Input } from "#platform/web/fields.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { type LetterSet, type LetterText, lettersContext } from "../letter.schema.ts";
import { EDITING } from "../letter-editing.messages.ts";
import { previewLetter, readLetters, restoreLetter, saveLetter } from "../letter-editing.usecases.server.ts";
import type { Route } from "./+types/letters";
import { LetterFold } from "./letter-fold.tsx";

function setOf(context: Readonly<RouterContextProvider>, module: string): LetterSet {
  const set = context.get(lettersContext).find((one) => one.module === module);
  if (!set) throw data(null, { status: 404 });
  return set;
}

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind === "visitor") throw redirect(`/sign-in?next=${encodeURIComponent(url.pathname)}`);
  const { letters, ...told } = shown(
    await readLetters(app, actor, { area: params.area, set: setOf(context, params.module) }),
  );
  const { searchParams: query } = url;
  return {
    ...told,
    letters: letters.map((one) => ({
      ...one,
      seen: fingerprintOf({ subject: one.subject, body: one.body }),
      once: newId(),
    })),
    done: query.get("done"),
    open: query.get("letter"),
  };
}

/** A text that is tried, not kept: what was typed, and what it would look like. */
export type Tried = Readonly<{
  letter: string;
  language: string;
  typed: LetterText;
  seen: string;
  preview: LetterText;
}>;

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const set = setOf(context, params.module);
  const text = (input: Input, name: string) => String(input[name] ?? "");
  const on = onTarget(app, actor, (input) => ({
    ...{ area: params.area, set, letter: text(input, "letter"), language: text(input, "language") },
  }));
  const saved = (done: string) => (_: unknown, input: Input) => {
    const letter = text(input, "letter");
    const place = `letter=${letter}#${letter}-${text(input, "language")}`;
    return `/areas/${params.area}/letters/${params.module}?done=${done}&${place}`;
  };
  return answerForm<Tried>(request, [
    on(previewLetter, (preview, input) => ({
      ...{ letter: text(input, "letter"), language: text(input, "language"), seen: text(input, "seen") },
      ...{ typed: { subject: text(input, "subject"), body: text(input, "body") }, preview },
    })),
    on(saveLetter, saved("saved")),
    on(restoreLetter, saved("restored")),
  ]);
}

/** A refusal tells that somebody saved meanwhile: the page shows what stands now, beside what was typed. */
export const shouldRevalidate = () => true;

export type OneLetter = Route.ComponentProps["loaderData"]["letters"][number];

/** The letters of an area, each with what it looks like when it goes out. */
export default function Letters({ loaderData, actionData }: Route.ComponentProps) {
  const { letters, readers, done, title } = loaderData;
  const tried = actionData && "preview" in actionData ? actionData : undefined;
  const refused = actionData && "command" in actionData ? actionData : undefined;
  const which = tried ?? refused?.values;
  return (
    <>
      <PageHead title={title} lead={EDITING.lead} />
      {done && !actionData ? (
        <Notice kind="success" title={done === "restored" ? EDITING.restored : EDITING.saved} />
      ) : null}
      {tried ? (
        <Notice title={EDITING.shown}>
          <a
            href={`#${tried.letter}-${tried.language}`}
            className="text-blue-1000 underline underline-offset-4"
          >
            {EDITING.edit}
          </a>
        </Notice>
      ) : null}
      {readers.map((reader) => (
        <Section key={reader.title} title={reader.title}>
          {reader.letters.map(({ key, name }) => (
            <LetterFold
              key={key}
              name={name}
              texts={letters.filter((one) => one.letter === key)}
              open={key === (which?.letter ?? loaderData.open)}
              tried={tried}
              refused={refused}
            />
          ))}
        </Section>
      ))}
    </>
  );
}
