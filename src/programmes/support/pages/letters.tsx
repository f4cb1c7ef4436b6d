import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { TextArea, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { LETTER_NAMES, PLACEHOLDERS } from "../letters/messages.ts";
import { readLetters, saveLetter } from "../letters/usecases.server.ts";
import { findPlace } from "../place/usecases.server.ts";
import type { Route } from "./+types/letters";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const url = new URL(request.url);
  if (actor.kind === "visitor") throw redirect(`/sign-in?next=${encodeURIComponent(url.pathname)}`);
  const { area } = shown(await findPlace(app, params.area));
  return {
    letters: shown(await readLetters(app, actor, area.id)),
    saved: url.searchParams.has("saved"),
    area: area.name,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const typed = {
    letter: text("letter"),
    language: text("language"),
    subject: text("subject"),
    body: text("body"),
  };
  const saved = await saveLetter(app, actor, area.id, typed);
  if (saved.ok) throw redirect("?saved=1");
  return data(
    { typed, errors: saved.error.kind === "invalid" ? saved.error.fields : {} },
    { status: statusOf(saved.error) },
  );
}

const LANGUAGES = { ja: "日本語", en: "英語" } as const;

/** The letters of an area, each with what it looks like when it goes out. */
export default function Letters({ loaderData: { letters, saved, area }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title={`手紙の文　${area}`}
        lead={`波かっこの中は、送るときに置きかわります: ${Object.keys(PLACEHOLDERS)
          .map((name) => `{${name}}`)
          .join(" ")}。病気や内容は、メールに書かず、リンクの先で見せます。`}
      />
      {saved ? <Notice kind="success" title="保存しました" /> : null}
      {actionData ? (
        <Notice kind="error" title="まだ保存されていません。印のところを直してください。" />
      ) : null}
      {letters.map((one) => {
        const mine =
          actionData?.typed.letter === one.letter && actionData.typed.language === one.language
            ? actionData
            : undefined;
        return (
          <Section
            key={`${one.letter}${one.language}`}
            title={`${LETTER_NAMES[one.letter]}　${LANGUAGES[one.language]}${one.own ? "（書きかえ済み）" : ""}`}
          >
            <div className="grid gap-8 desktop:grid-cols-2">
              <details open={mine !== undefined}>
                <summary className="min-h-11 cursor-pointer py-2 underline underline-offset-4">
                  文を直す
                </summary>
                <OnceForm submit="この文を保存する" kind="secondary" noValidate>
                  <input type="hidden" name="letter" value={one.letter} />
                  <input type="hidden" name="language" value={one.language} />
                  <TextField
                    label="件名"
                    name="subject"
                    defaultValue={mine?.typed.subject ?? one.subject}
                    errors={mine?.errors.subject}
                  />
                  <TextArea
                    label="本文"
                    name="body"
                    rows={8}
                    defaultValue={mine?.typed.body ?? one.body}
                    errors={mine?.errors.body}
                  />
                </OnceForm>
              </details>
              <div className="border-l-4 border-solid-gray-300 pl-4">
                <p className="text-std-16B-170">{one.preview.subject}</p>
                <p className="whitespace-pre-wrap break-all">{one.preview.body}</p>
              </div>
            </div>
          </Section>
        );
      })}
    </>
  );
}
